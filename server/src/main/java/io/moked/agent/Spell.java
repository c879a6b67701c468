package io.moked.agent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an agent was, from one moment to another.
 *
 * @param reason of a break; null for none
 * @param until null while it goes on
 * @param actor who decided it; null where nobody did
 */
public record Spell(
        UUID id,
        Availability availability,
        @Nullable UUID reason,
        Instant from,
        @Nullable Instant until,
        By by,
        @Nullable UUID actor) {

    /** A part of somebody's time; spells that reach into it are of it. */
    public record Range(Instant from, Instant to) {}
}
