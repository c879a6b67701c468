package io.moked.whatsapp;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Wakes this server's workers when a delivery has been kept here; those of other servers look by
 * themselves.
 */
@Component
class DeliveryBell {

    private final Semaphore rung = new Semaphore(0);

    void ring() {
        if (rung.availablePermits() < 16) {
            rung.release();
        }
    }

    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
