package io.moked.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who writes again comes to the agent who had them, if they wait for that agent no longer than is
 * good for them.
 *
 * @param within how long after the end of the conversation before; zero for never
 * @param longest how long it is kept for that agent
 */
public record Keeping(Duration within, Duration longest) {

    public static final Keeping NONE = new Keeping(Duration.ZERO, Duration.ofMinutes(5));

    /** Whether something that has waited since a moment may be kept for anybody at another. */
    public boolean mayKeep(Instant since, Instant now) {
        return within.isPositive() && since.plus(longest).isAfter(now);
    }

    /**
     * Until when it is kept; empty where it is not.
     *
     * @param before when the conversation before it ended
     */
    public Optional<Instant> until(Instant before, Instant since, Instant now) {
        return mayKeep(since, now) && !before.plus(within).isBefore(since)
                ? Optional.of(since.plus(longest))
                : Optional.empty();
    }
}
