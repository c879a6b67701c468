package io.moked.timetable;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes those on this server who wait for news. A ring is never lost, and many soon become few. */
public class Bell {

    private static final int MOST_RINGS = 16;

    private final Semaphore rings = new Semaphore(0);
    private @Nullable Long due;

    public void ring() {
        if (rings.availablePermits() < MOST_RINGS) {
            rings.release();
        }
    }

    /** Once this transaction is over, and what it changed can be seen. */
    public void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new Ring(this));
    }

    /** Of one bell there is one in a transaction, however often it is asked for: all are equal. */
    private record Ring(Bell bell) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            bell.ring();
        }
    }

    /** In so much time from then on. */
    public void ringAfterCommitIn(Duration time) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        ringIn(time);
                    }
                });
    }

    /**
     * In so much time. Whoever is woken asks for what comes next, so only the earliest of these is
     * waited for.
     */
    public synchronized void ringIn(Duration time) {
        long wait = Math.max(0, time.toMillis() + 1);
        long at = System.nanoTime() + MILLISECONDS.toNanos(wait);
        if (due != null && due - at <= 0) {
            return;
        }
        due = at;
        CompletableFuture.delayedExecutor(wait, MILLISECONDS, Runnable::run)
                .execute(() -> {
                    forget(at);
                    ring();
                });
    }

    private synchronized void forget(long at) {
        if (due != null && due == at) {
            due = null;
        }
    }

    void await(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(longest.toMillis(), MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
