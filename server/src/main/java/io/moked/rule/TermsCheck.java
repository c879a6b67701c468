package io.moked.rule;

import io.moked.access.Permission;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.channel.Channels;
import io.moked.hours.Hours;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.routing.Departments;
import io.moked.routing.Skills;
import io.moked.rule.engine.Action;
import io.moked.rule.engine.Condition;
import io.moked.rule.engine.Priority;
import io.moked.rule.engine.Terms;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what cannot be meant in a rule, or names what is not there, and says which field it is. */
@Component
class TermsCheck {

    /** Words, or things, that one condition names. */
    private static final int WORDS = 50;

    /** The longest that a rule waits: a week. */
    private static final int LONGEST_MINUTES = 7 * 24 * 60;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> PRIORITIES =
            Stream.of(Priority.values()).map(Priority::word).collect(Collectors.toSet());

    private final Channels channels;
    private final Departments departments;
    private final Skills skills;
    private final Hours hours;
    private final Users users;
    private final WebhookDestinations destinations;

    TermsCheck(
            Channels channels,
            Departments departments,
            Skills skills,
            Hours hours,
            Users users,
            WebhookDestinations destinations) {
        this.channels = channels;
        this.departments = departments;
        this.skills = skills;
        this.hours = hours;
        this.users = users;
        this.destinations = destinations;
    }

    void check(Terms terms) {
        checkTime(terms);
        if (terms.conditions().size() > Limit.RULE_CONDITIONS.value()) {
            throw new Invalid("conditions", "too-many");
        }
        if (terms.actions().isEmpty()) {
            throw new Invalid("actions", "missing");
        }
        if (terms.actions().size() > Limit.RULE_ACTIONS.value()) {
            throw new Invalid("actions", "too-many");
        }
        for (int n = 0; n < terms.conditions().size(); n++) {
            check(terms.conditions().get(n), "conditions[" + n + "].");
        }
        for (int n = 0; n < terms.actions().size(); n++) {
            check(terms.actions().get(n), "actions[" + n + "].");
        }
    }

    private static void checkTime(Terms terms) {
        var minutes = terms.minutes();
        if (terms.trigger().isTimed() != (minutes != null)) {
            throw new Invalid("minutes", minutes == null ? "missing" : "not-for-this");
        }
        if (minutes != null && (minutes < 1 || minutes > LONGEST_MINUTES)) {
            throw new Invalid("minutes", "out-of-range");
        }
    }

    private void check(Condition it, String at) {
        switch (it.kind()) {
            case CHANNEL -> known(it.ids(), channelIds(), at + "ids");
            case DEPARTMENT -> known(it.ids(), departments.names(it.ids()).keySet(), at + "ids");
            case WORDS, LABEL, CONTACT_LABEL -> words(it.words(), null, at + "words");
            case LANGUAGE -> words(it.words(), LANGUAGES, at + "words");
            case COUNTRY -> words(it.words(), COUNTRIES, at + "words");
            case ACQUAINTANCE -> words(it.words(), Condition.NEW_OR_KNOWN, at + "words");
            case PRIORITY -> words(it.words(), PRIORITIES, at + "words");
            case HOURS -> {
                words(it.words(), Condition.OPEN_OR_CLOSED, at + "words");
                calendar(it.ids(), at + "ids");
            }
            case TIME_OF_DAY -> {
                if (it.from() == null || it.to() == null || it.from().equals(it.to())) {
                    throw new Invalid(at + "from", "out-of-range");
                }
                if (it.zone() == null) {
                    throw new Invalid(at + "timeZone", "unknown");
                }
            }
        }
    }

    private Set<UUID> channelIds() {
        return channels.all().stream().map(it -> it.id().value()).collect(Collectors.toSet());
    }

    private static void known(List<UUID> ids, Collection<UUID> known, String field) {
        if (ids.isEmpty() || ids.size() > WORDS) {
            throw new Invalid(field, ids.isEmpty() ? "missing" : "too-many");
        }
        if (!known.containsAll(ids)) {
            throw new Invalid(field, "unknown");
        }
    }

    private static void words(List<String> words, @Nullable Set<String> known, String field) {
        if (words.isEmpty() || words.size() > WORDS) {
            throw new Invalid(field, words.isEmpty() ? "missing" : "too-many");
        }
        boolean areWrong =
                known != null
                        ? !known.containsAll(words)
                        : words.stream().anyMatch(TermsCheck::isNoLabel);
        if (areWrong) {
            throw new Invalid(field, known == null ? "out-of-range" : "unknown-value");
        }
    }

    private static boolean isNoLabel(String word) {
        return word.isBlank() || word.length() > Limit.LABEL_CHARACTERS.value();
    }

    /** It is kept from being removed as long as a rule asks for it. */
    private void calendar(List<UUID> ids, String field) {
        if (ids.size() != 1) {
            throw new Invalid(field, "missing");
        }
        try {
            hours.hold(ids.getFirst());
        } catch (NotFound gone) {
            throw new Invalid(field, "unknown");
        }
    }

    private void check(Action it, String at) {
        switch (it.kind()) {
            case PRIORITY -> {
                if (it.priority() == null) {
                    throw new Invalid(at + "priority", "missing");
                }
            }
            case LABELS -> {
                words(it.labels(), null, at + "labels");
                if (it.labels().size() > Limit.LABELS.value()) {
                    throw new Invalid(at + "labels", "too-many");
                }
            }
            case DEPARTMENT -> known(named(it), departments.names(named(it)).keySet(), at + "id");
            case SKILL -> {
                known(named(it), skills.all().stream().map(Skills.Skill::id).toList(), at + "id");
                if (it.level() == null || it.level() < 1 || it.level() > 5) {
                    throw new Invalid(at + "level", "out-of-range");
                }
            }
            case AGENT -> someone(it, Permission.ANSWER_CONVERSATIONS, at + "id");
            case USER -> someone(it, Permission.READ_CONVERSATIONS, at + "id");
            case TEXT -> texts(it, at);
            case WEBHOOK -> destination(it.url(), at + "url");
            case MANAGERS -> {}
        }
    }

    private static List<UUID> named(Action it) {
        var id = it.id();
        return id == null ? List.of() : List.of(id);
    }

    private void someone(Action it, Permission permission, String field) {
        var user =
                named(it).stream()
                        .findFirst()
                        .flatMap(id -> users.find(new UserId(id)))
                        .orElseThrow(() -> new Invalid(field, "unknown"));
        if (!user.isActive() || !user.permissions().include(permission)) {
            throw new Invalid(field, "may-not-answer");
        }
    }

    private static void texts(Action it, String at) {
        var text = it.text();
        if (text == null) {
            throw new Invalid(at + "english", "missing");
        }
        text(text.english(), at + "english");
        text(text.hebrew(), at + "hebrew");
    }

    private static void text(@Nullable String text, String field) {
        if (text != null && (text.isBlank() || text.length() > Limit.TEXT_CHARACTERS.value())) {
            throw new Invalid(field, "out-of-range");
        }
    }

    private void destination(@Nullable URI url, String field) {
        if (url == null || url.toString().length() > Limit.ADDRESS_CHARACTERS.value()) {
            throw new Invalid(field, url == null ? "missing" : "too-long");
        }
        if (!destinations.isAllowed(url)) {
            throw new Invalid(field, "not-reachable");
        }
    }
}
