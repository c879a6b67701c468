package io.moked.bench.fault;

import io.moked.bench.crash.Lab;
import java.time.Duration;
import java.time.Instant;

/** Lets a trouble pass while people work on, and sees whether all is well again by itself. */
record Endurance(Lab lab) {

    private static final Duration AROUND = Duration.ofSeconds(2);

    /** Lasts as long as the trouble does. */
    interface Event {
        void last() throws Exception;
    }

    Endured endure(String title, Event event) throws Exception {
        Thread.sleep(AROUND);
        var from = Instant.now();
        event.last();
        var until = Instant.now();
        lab.recovery().struck(until);
        long again = lab.recovery().await().toMillis();
        Thread.sleep(AROUND);
        var endured = Endured.of(title, from, until, again, lab.evidence());
        System.out.println("  " + title);
        return endured;
    }
}
