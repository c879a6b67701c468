package io.moked.target;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.moked.timetable.Bell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Rings at the moment at which there is something to tell next. */
@Component
class Alarm extends Bell {

    private final Clock clock;
    private @Nullable Instant next;

    Alarm(Clock clock) {
        this.clock = clock;
    }

    void ringAfterCommit() {
        afterCommit(this::ring);
    }

    void wakeAtAfterCommit(Instant at) {
        afterCommit(() -> wakeAt(at));
    }

    private static void afterCommit(Runnable then) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        then.run();
                    }
                });
    }

    /** Whoever is woken asks for the next, so only what comes before it is waited for. */
    synchronized void wakeAt(Instant at) {
        if (next != null && !at.isBefore(next)) {
            return;
        }
        next = at;
        long wait = Math.max(0, Duration.between(clock.instant(), at).toMillis() + 1);
        CompletableFuture.delayedExecutor(wait, MILLISECONDS, Runnable::run)
                .execute(() -> wake(at));
    }

    private synchronized void wake(Instant at) {
        if (at.equals(next)) {
            next = null;
        }
        ring();
    }
}
