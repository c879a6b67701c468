package io.moked.bench.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long after a blow a webhook that was posted after it is acknowledged. */
public final class Recovery {

    private static final long PATIENCE_SECONDS = 120;

    private record Wait(Instant struck, CountDownLatch over) {}

    private volatile Wait wait = new Wait(Instant.MAX, new CountDownLatch(1));

    public void struck(Instant at) {
        wait = new Wait(at, new CountDownLatch(1));
    }

    void acknowledged(Instant began) {
        var current = wait;
        if (began.isAfter(current.struck())) {
            current.over().countDown();
        }
    }

    public Duration await() throws InterruptedException {
        var current = wait;
        if (!current.over().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Nothing is acknowledged any more");
        }
        return Duration.between(current.struck(), Instant.now());
    }
}
