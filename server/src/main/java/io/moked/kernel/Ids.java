package io.moked.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes UUIDv7 ids (RFC 9562): sorted by the time of their making, and strictly rising within one
 * server, so that rows written in order also sort in order.
 */
@Component
public class Ids {

    private static final int COUNTER_BITS = 12;
    private static final long COUNTER = (1L << COUNTER_BITS) - 1;
    private static final long VERSION_7 = 0x7L << COUNTER_BITS;
    private static final long VARIANT = 0x2L << 62;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        long tick = tick();
        long millis = tick >>> COUNTER_BITS;
        return new UUID(
                millis << 16 | VERSION_7 | tick & COUNTER, random.nextLong() >>> 2 | VARIANT);
    }

    /** Before every id that is made at a time or later, and after every earlier one. */
    public static UUID from(Instant time) {
        return new UUID(time.toEpochMilli() << 16 | VERSION_7, VARIANT);
    }

    /**
     * Milliseconds and a counter in one number that never repeats, even if the clock steps back.
     */
    private synchronized long tick() {
        last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
        return last;
    }
}
