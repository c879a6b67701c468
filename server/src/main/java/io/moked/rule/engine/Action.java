package io.moked.rule.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a rule does. */
public record Action(
        Kind kind,
        @Nullable Priority priority,
        List<String> labels,
        @Nullable UUID id,
        @Nullable Integer level,
        boolean required,
        @Nullable Text text,
        @Nullable URI url) {

    public Action {
        labels = List.copyOf(labels);
    }

    /** Words for contacts; one of the two is there. */
    public record Text(@Nullable String english, @Nullable String hebrew) {}

    /** What is done. */
    public enum Kind {
        PRIORITY,
        /** Adds labels to those that are there. */
        LABELS,
        /** Into the line of a department. */
        DEPARTMENT,
        /** Asks for somebody who knows something. */
        SKILL,
        /** Says something to the contact, in English or Hebrew. */
        TEXT,
        /** Gives it to an agent. */
        AGENT,
        /** Tells somebody else's server. */
        WEBHOOK,
        /** Tells a user. */
        USER,
        /** Tells those who manage the department. */
        MANAGERS;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** One that needs no more than an id. */
    public static Action of(Kind kind, @Nullable UUID id) {
        return new Action(kind, null, List.of(), id, null, false, null, null);
    }

    public static Action prioritize(Priority priority) {
        return new Action(Kind.PRIORITY, priority, List.of(), null, null, false, null, null);
    }

    public static Action label(String... labels) {
        return new Action(Kind.LABELS, null, List.of(labels), null, null, false, null, null);
    }
}
