package io.moked.number;

import static io.moked.graph.Json.required;
import static io.moked.graph.Json.text;

import io.moked.graph.Change;
import io.moked.graph.ChangeReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads what Meta tells of accounts and numbers (Cloud API, webhook references by field). What says
 * no event is not understood, and kept as it came.
 */
@Component
class NewsReader implements ChangeReader {

    /** By which word each field tells what happened. */
    private static final Map<String, String> EVENTS =
            Map.of(
                    "account_update", "event",
                    "account_alerts", "alert_type",
                    "account_review_update", "decision",
                    "business_capability_update", "max_daily_conversation_per_phone",
                    "errors", "code",
                    "phone_number_quality_update", "event",
                    "phone_number_name_update", "decision",
                    "security", "event");

    /** Of these, each event is a matter of its own: one does not end another. */
    private static final Set<String> MANY_MATTERS =
            Set.of("account_update", "account_alerts", "errors");

    /** What is worth showing beside the event, wherever in the value it stands. */
    private static final List<String> DETAILS =
            List.of(
                    "alert_description",
                    "alert_severity",
                    "alert_status",
                    "ban_date",
                    "current_limit",
                    "expiration",
                    "max_phone_numbers_per_business",
                    "rejection_reason",
                    "requested_verified_name",
                    "restriction_type",
                    "title",
                    "violation_type",
                    "waba_ban_state");

    /** Where one of these comes, a number may send otherwise than before. */
    private static final Set<String> OF_STANDING =
            Set.of("account_update", "business_capability_update", "phone_number_quality_update");

    private final News news;
    private final Standings standings;

    NewsReader(News news, Standings standings) {
        this.news = news;
        this.standings = standings;
    }

    @Override
    public Set<String> fields() {
        return EVENTS.keySet();
    }

    @Override
    public void read(Change change) {
        var field = change.field();
        var event = event(field, change.value());
        var phone = phone(change.value());
        var matter = MANY_MATTERS.contains(field) ? field + " " + event : field;
        var told =
                new News.Told(
                        field, event, details(change.value()), change.at(), change.receivedAt());
        news.keep(change.account(), phone, matter, told);
        if (OF_STANDING.contains(field)) {
            standings.askAfter(change.account());
        }
    }

    private static String event(String field, JsonNode value) {
        var word = String.valueOf(EVENTS.get(field));
        var holder = value.has(word) ? value : value.findParent(word);
        if (holder == null) {
            throw new IllegalArgumentException("Something happened, and it is not said what");
        }
        return required(holder, word);
    }

    /** Digits of the number that is named; of none, the account is meant. */
    private static String phone(JsonNode value) {
        var named = text(value, "display_phone_number");
        var inMetadata = text(value.path("metadata"), "display_phone_number");
        return News.digits(named == null ? String.valueOf(inMetadata) : named);
    }

    private static Map<String, String> details(JsonNode value) {
        var details = new TreeMap<String, String>();
        for (var name : DETAILS) {
            var told =
                    value.findParents(name).stream()
                            .map(it -> text(it, name))
                            .filter(it -> it != null)
                            .distinct()
                            .toList();
            if (!told.isEmpty()) {
                details.put(name, String.join(", ", told));
            }
        }
        return details;
    }
}
