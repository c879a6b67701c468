package io.moked.simulator.control;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.World.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What Meta tells when something about a number has changed. */
final class NumberEvents {

    private static final String LIMIT = "whatsapp_business_manager_messaging_limit";
    private static final List<String> TIERS =
            List.of("TIER_250", "TIER_2K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED");

    private NumberEvents() {}

    /** The values to post, by field. */
    static Map<String, ObjectNode> of(Line line, ObjectNode before, ObjectNode changes) {
        Map<String, ObjectNode> events = new LinkedHashMap<>();
        String limit = changes.path(LIMIT).asString(Json.text(before, LIMIT));
        if (changes.has("quality_rating")) {
            boolean red = Json.text(changes, "quality_rating").equals("RED");
            events.put(
                    "phone_number_quality_update",
                    quality(line, limit, red ? "FLAGGED" : "UNFLAGGED"));
        }
        if (changes.has("throughput")) {
            events.put("phone_number_quality_update", quality(line, limit, "THROUGHPUT_UPGRADE"));
        }
        if (changes.has(LIMIT)) {
            boolean up = TIERS.indexOf(limit) >= TIERS.indexOf(Json.text(before, LIMIT));
            events.put(
                    "phone_number_quality_update",
                    quality(line, limit, up ? "UPGRADE" : "DOWNGRADE")
                            .put("old_limit", Json.text(before, LIMIT)));
            events.put(
                    "business_capability_update",
                    Json.object()
                            .put("max_daily_conversations_per_business", limit)
                            .put("max_phone_numbers_per_business", 20));
        }
        if (changes.has("verified_name") || changes.has("name_status")) {
            String decision = changes.path("name_status").asString("APPROVED");
            events.put(
                    "phone_number_name_update",
                    Json.object()
                            .put("display_phone_number", line.digits())
                            .put("decision", decision)
                            .put(
                                    "requested_verified_name",
                                    changes.path("verified_name")
                                            .asString(Json.text(before, "verified_name")))
                            .put(
                                    "rejection_reason",
                                    decision.equals("APPROVED") ? null : "NAME_NOT_CONSISTENT"));
        }
        return events;
    }

    private static ObjectNode quality(Line line, String limit, String event) {
        return Json.object()
                .put("display_phone_number", line.digits())
                .put("event", event)
                .put("current_limit", limit);
    }
}
