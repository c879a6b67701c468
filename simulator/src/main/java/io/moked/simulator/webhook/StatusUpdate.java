package io.moked.simulator.webhook;

import io.moked.simulator.web.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A status of a sent message with all that Meta says along with it.
 *
 * @param category under which the message is billed
 * @param free whether it is within a free entry point
 * @param failure why it never came
 */
public record StatusUpdate(
        String name, String category, boolean free, @Nullable ObjectNode failure) {

    boolean priced() {
        return name.equals("sent") || name.equals("delivered");
    }

    ObjectNode pricing() {
        return Json.object()
                .put("billable", !free)
                .put("pricing_model", "PMP")
                .put("category", free ? "referral_conversion" : category)
                .put("type", free ? "free_entry_point" : "regular");
    }
}
