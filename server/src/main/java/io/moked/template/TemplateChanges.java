package io.moked.template;

import static io.moked.graph.Json.text;

import io.moked.graph.Change;
import io.moked.graph.ChangeReader;
import io.moked.template.Tellings.News;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What Meta tells of templates by webhook. It promises no order, so what it told last is believed
 * only until the account has been asked, which is soon (Webhooks reference,
 * "message_template_status_update" and its neighbours).
 */
@Component
class TemplateChanges implements ChangeReader {

    private static final String STATUS = "message_template_status_update";
    private static final String QUALITY = "message_template_quality_update";
    private static final String COMPONENTS = "message_template_components_update";
    private static final String CATEGORY = "template_category_update";

    /** What comes together is asked for once. */
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Meta tells whole ones: in the one in which we asked, its news is the later word. */
    private static final Duration SECOND = Duration.ofMillis(999);

    /** Events by another word than the status they lead to. */
    private static final Map<String, String> STATUS_AFTER =
            Map.of("REINSTATED", "APPROVED", "UNPAUSED", "APPROVED", "FLAGGED", "APPROVED");

    private final TemplateStore templates;
    private final AccountStore accounts;
    private final Tellings tellings;

    TemplateChanges(TemplateStore templates, AccountStore accounts, Tellings tellings) {
        this.templates = templates;
        this.accounts = accounts;
        this.tellings = tellings;
    }

    @Override
    public Set<String> fields() {
        return Set.of(STATUS, QUALITY, COMPONENTS, CATEGORY);
    }

    @Override
    public void read(Change change) {
        var value = change.value();
        var id = value.path("message_template_id").asString("");
        var asOf = change.at().plus(SECOND);
        templates
                .find(change.account(), id)
                .ifPresent(template -> {
                    if (template.toldAt().isAfter(asOf)) {
                        return;
                    }
                    if ("DELETED".equals(text(value, "event"))) {
                        templates.remove(List.of(template.id()));
                    } else {
                        tellings.hear(template.id(), news(change.field(), value), asOf);
                    }
                });
        accounts.due(change.account(), change.receivedAt().plus(SOON));
    }

    private static News news(String field, JsonNode value) {
        return switch (field) {
            case STATUS -> {
                var event = upper(text(value, "event"));
                yield new News(
                        event == null ? null : STATUS_AFTER.getOrDefault(event, event),
                        reason(value),
                        upper(text(value, "message_template_category")),
                        null);
            }
            case QUALITY -> new News(null, null, null, upper(text(value, "new_quality_score")));
            case CATEGORY -> new News(null, null, upper(text(value, "new_category")), null);
            default -> new News(null, null, null, null);
        };
    }

    private static @Nullable String upper(@Nullable String word) {
        return word == null ? null : word.toUpperCase(Locale.ROOT);
    }

    /** The longer it is, the more it helps. */
    private static @Nullable String reason(JsonNode value) {
        var rejected = text(value.path("rejection_info"), "reason");
        if (rejected != null) {
            return rejected;
        }
        var told = text(value.path("other_info"), "description");
        return told == null ? Sync.reason(text(value, "reason")) : told;
    }
}
