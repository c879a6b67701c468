package io.moked.routing.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * How urgent a conversation is, as the wait that it is worth. Whoever is urgent stands where
 * somebody would who came so much earlier; everybody's wait grows alike, so nobody is passed by
 * newcomers for longer than that, and whoever waits ages past all of them.
 */
public enum Priority {
    URGENT(Duration.ofHours(1)),
    HIGH(Duration.ofMinutes(15)),
    NORMAL(Duration.ZERO),
    /** Comes behind those who write within the next half hour. */
    LOW(Duration.ofMinutes(-30));

    private final Duration start;

    Priority(Duration start) {
        this.start = start;
    }

    /** What it is ahead of an ordinary one of the same moment; less than nothing where behind. */
    public Duration start() {
        return start;
    }

    /** Where somebody stands who has waited since a moment. */
    public Instant standing(Instant since) {
        return since.minus(start);
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Priority of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
