package io.moked.rule.web;

import io.moked.kernel.Invalid;
import io.moked.rule.Rule;
import io.moked.rule.engine.Action;
import io.moked.rule.engine.Condition;
import io.moked.rule.engine.Priority;
import io.moked.rule.engine.Terms;
import io.moked.rule.engine.Trigger;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules as the API tells them and is told. */
final class RuleViews {

    private RuleViews() {}

    /**
     * A rule.
     *
     * @param minutes how long a state has lasted, for {@code waiting}, {@code unanswered} and
     *     {@code open} only
     * @param version of it; told again when it is replaced
     * @param acted how often it has done something
     */
    record RuleView(
            UUID id,
            String name,
            boolean enabled,
            Trigger trigger,
            @Nullable Integer minutes,
            List<RuleCondition> conditions,
            List<RuleAction> actions,
            int version,
            long acted,
            @Nullable Instant actedAt) {

        static RuleView of(Rule it) {
            var terms = it.terms();
            return new RuleView(
                    it.id(),
                    it.name(),
                    it.isEnabled(),
                    terms.trigger(),
                    terms.minutes(),
                    terms.conditions().stream().map(RuleCondition::of).toList(),
                    terms.actions().stream().map(RuleAction::of).toList(),
                    it.version(),
                    it.acted(),
                    it.actedAt());
        }
    }

    /**
     * What has to be so; any of the words or ids will do.
     *
     * @param words for what is named by words: {@code words}, {@code label}, {@code contact_label},
     *     {@code language} (ISO 639), {@code country} (ISO 3166), {@code priority}; {@code new} or
     *     {@code known} for {@code acquaintance}; {@code open} or {@code closed} for {@code hours}
     * @param ids of channels or departments; for {@code hours} the id of a calendar
     * @param from for {@code time_of_day}, such as {@code 22:00}
     * @param to likewise; earlier than {@code from} where it goes past midnight
     * @param timeZone by whose clock (IANA)
     */
    record RuleCondition(
            Condition.@NotNull Kind type,
            @Nullable List<@NotNull String> words,
            @Nullable List<@NotNull UUID> ids,
            @Nullable String from,
            @Nullable String to,
            @Nullable String timeZone) {

        static RuleCondition of(Condition it) {
            return new RuleCondition(
                    it.kind(),
                    it.words(),
                    it.ids(),
                    it.from() == null ? null : it.from().toString(),
                    it.to() == null ? null : it.to().toString(),
                    it.zone() == null ? null : it.zone().getId());
        }

        Condition read(String at) {
            return new Condition(
                    type,
                    orNone(words).stream().map(String::strip).distinct().toList(),
                    orNone(ids),
                    time(from, at + "from"),
                    time(to, at + "to"),
                    zone(at + "timeZone"));
        }

        private static @Nullable LocalTime time(@Nullable String text, String field) {
            try {
                return text == null ? null : LocalTime.parse(text);
            } catch (DateTimeException malformed) {
                throw new Invalid(field, "malformed");
            }
        }

        private @Nullable ZoneId zone(String field) {
            try {
                return timeZone == null ? null : ZoneId.of(timeZone);
            } catch (DateTimeException unknown) {
                throw new Invalid(field, "unknown");
            }
        }
    }

    /**
     * What is done.
     *
     * @param id of a department, an agent, a skill or a user
     * @param level of a skill, 1 to 5
     * @param required whether a skill is required; else it is preferred
     * @param english words for contacts who speak English or whose language nobody knows
     * @param hebrew words for those who speak Hebrew
     * @param url of {@code webhook}
     */
    record RuleAction(
            Action.@NotNull Kind type,
            @Nullable Priority priority,
            @Nullable List<@NotNull String> labels,
            @Nullable UUID id,
            @Nullable Integer level,
            @Nullable Boolean required,
            @Nullable String english,
            @Nullable String hebrew,
            @Nullable String url) {

        static RuleAction of(Action it) {
            return new RuleAction(
                    it.kind(),
                    it.priority(),
                    it.labels(),
                    it.id(),
                    it.level(),
                    it.required(),
                    it.text() == null ? null : it.text().english(),
                    it.text() == null ? null : it.text().hebrew(),
                    it.url() == null ? null : it.url().toString());
        }

        Action read(String at) {
            return new Action(
                    type,
                    priority,
                    orNone(labels).stream().map(String::strip).distinct().toList(),
                    id,
                    level,
                    Boolean.TRUE.equals(required),
                    text(),
                    address(at + "url"));
        }

        private Action.@Nullable Text text() {
            var en = blankToNull(english);
            var he = blankToNull(hebrew);
            return en == null && he == null ? null : new Action.Text(en, he);
        }

        private static @Nullable String blankToNull(@Nullable String text) {
            return text == null || text.isBlank() ? null : text.strip();
        }

        private @Nullable URI address(String field) {
            try {
                return url == null || url.isBlank() ? null : new URI(url.strip());
            } catch (URISyntaxException malformed) {
                throw new Invalid(field, "malformed");
            }
        }
    }

    /** What a rule is to say. */
    record WantedTerms(
            @NotNull Trigger trigger,
            @Nullable Integer minutes,
            @NotNull List<@NotNull @Valid RuleCondition> conditions,
            @NotNull List<@NotNull @Valid RuleAction> actions) {

        Terms read() {
            var read = new ArrayList<Condition>();
            for (int n = 0; n < conditions.size(); n++) {
                read.add(conditions.get(n).read("conditions[" + n + "]."));
            }
            var done = new ArrayList<Action>();
            for (int n = 0; n < actions.size(); n++) {
                done.add(actions.get(n).read("actions[" + n + "]."));
            }
            return new Terms(trigger, minutes, read, done);
        }
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return Objects.requireNonNullElse(some, List.of());
    }
}
