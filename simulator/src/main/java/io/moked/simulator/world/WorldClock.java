package io.moked.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The time of the world: the machine's, until somebody moves it. */
public final class WorldClock {

    private static final Duration LONGEST_NAP = Duration.ofHours(1);

    private volatile Duration ahead = Duration.ZERO;

    public Instant now() {
        return Instant.now().plus(ahead);
    }

    public Duration ahead() {
        return ahead;
    }

    /** Whoever waits for a moment that has now come goes on at once. */
    public synchronized void move(Duration ahead) {
        this.ahead = ahead;
        notifyAll();
    }

    public void sleep(Duration time) throws InterruptedException {
        await(now().plus(time), () -> false);
    }

    /** Waits until something has come true, or else until a moment; tells which. */
    public synchronized boolean await(Instant until, BooleanSupplier come)
            throws InterruptedException {
        while (!come.getAsBoolean()) {
            Duration left = Duration.between(now(), until);
            if (!left.isPositive()) {
                return false;
            }
            wait(Collections.min(List.of(left, LONGEST_NAP)).toMillis() + 1);
        }
        return true;
    }

    /** Something that somebody may wait for has changed. */
    synchronized void stir() {
        notifyAll();
    }
}
