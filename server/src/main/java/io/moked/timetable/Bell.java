package io.moked.timetable;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes those on this server who wait for news. A ring is never lost, and many soon become few. */
public class Bell {

    private static final int MOST_RINGS = 16;

    private final Semaphore rings = new Semaphore(0);

    public void ring() {
        if (rings.availablePermits() < MOST_RINGS) {
            rings.release();
        }
    }

    void await(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            rings.drainPermits();
        }
    }
}
