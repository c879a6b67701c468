package io.moked.rule.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has to be so for a rule to act; several words or ids mean any of them.
 *
 * @param words what is named by a word
 * @param ids what is named by its id
 * @param from from when in the day, for {@link Kind#TIME_OF_DAY} only
 * @param to until when, not included; earlier than {@code from} where it goes past midnight
 * @param zone by whose clock
 */
public record Condition(
        Kind kind,
        List<String> words,
        List<UUID> ids,
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        @Nullable ZoneId zone) {

    public static final Set<String> OPEN_OR_CLOSED = Set.of("open", "closed");
    public static final Set<String> NEW_OR_KNOWN = Set.of("new", "known");

    public Condition {
        words = List.copyOf(words);
        ids = List.copyOf(ids);
    }

    /** What is asked for. */
    public enum Kind {
        CHANNEL,
        DEPARTMENT,
        /** The contact's message contains one of these, however it is written. */
        WORDS,
        LABEL,
        CONTACT_LABEL,
        LANGUAGE,
        COUNTRY,
        /** Whether the contact is new or known. */
        ACQUAINTANCE,
        /** Whether a calendar is open or closed. */
        HOURS,
        PRIORITY,
        TIME_OF_DAY;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public static Condition of(Kind kind, String... words) {
        return new Condition(kind, List.of(words), List.of(), null, null, null);
    }

    public static Condition of(Kind kind, UUID id, String... words) {
        return new Condition(kind, List.of(words), List.of(id), null, null, null);
    }

    boolean holds(Circumstances it) {
        var contact = it.contact();
        return switch (kind) {
            case CHANNEL -> ids.contains(it.channel());
            case DEPARTMENT -> it.department() != null && ids.contains(it.department());
            case WORDS -> Spelling.containsAny(it.words(), words);
            case LABEL -> words.stream().anyMatch(it.labels()::contains);
            case CONTACT_LABEL -> words.stream().anyMatch(contact.labels()::contains);
            case LANGUAGE -> contact.language() != null && words.contains(contact.language());
            case COUNTRY -> contact.country() != null && words.contains(contact.country());
            case ACQUAINTANCE -> words.contains(contact.isNewcomer() ? "new" : "known");
            case HOURS -> words.contains(isOpen(it) ? "open" : "closed");
            case PRIORITY -> words.contains(it.priority().word());
            case TIME_OF_DAY -> isWithin(it);
        };
    }

    private boolean isOpen(Circumstances it) {
        return ids.stream().anyMatch(it.open()::contains);
    }

    private boolean isWithin(Circumstances it) {
        if (from == null || to == null || zone == null) {
            return false;
        }
        var time = it.at().atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }
}
