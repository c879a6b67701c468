package io.moked.rule;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.moked.timetable.Bell;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Wakes those who look at occasions: when one comes, and when the time of one comes. */
@Component
class RuleAlarm extends Bell {

    private @Nullable Long next;

    /** In so much time, unless it rings before. */
    synchronized void ringIn(Duration time) {
        long due = System.nanoTime() + time.toNanos();
        if (next != null && next - due <= 0) {
            return;
        }
        next = due;
        CompletableFuture.delayedExecutor(time.toMillis() + 1, MILLISECONDS, Runnable::run)
                .execute(() -> {
                    forget(due);
                    ring();
                });
    }

    private synchronized void forget(long due) {
        if (next != null && next == due) {
            next = null;
        }
    }
}
