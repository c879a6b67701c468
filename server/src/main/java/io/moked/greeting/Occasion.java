package io.moked.greeting;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Why a business says something by itself. */
public enum Occasion {
    /** Somebody opens a conversation while the department is there. */
    GREETING(Set.of("position", "wait")),
    /** Somebody writes, and the department is not there. */
    AWAY(Set.of("nextOpening")),
    /** Somebody asks how long it will take. */
    ASKED(Set.of("position", "wait"));

    private final Set<String> places;

    Occasion(Set<String> places) {
        this.places = places;
    }

    /** What may stand between braces in its text. */
    Set<String> places() {
        return places;
    }

    /** A conversation holds one message of it. */
    UUID once() {
        return UUID.nameUUIDFromBytes(word().getBytes(StandardCharsets.UTF_8));
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
