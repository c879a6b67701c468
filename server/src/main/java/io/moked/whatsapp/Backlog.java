package io.moked.whatsapp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far the work is behind what has been kept. A burst is kept whole and worked through after it;
 * but who writes into a backlog that only grows is answered too late to matter. So beyond a lag of
 * {@link #FIRST}, while more comes than is worked through, a share of the deliveries is turned
 * away, which Meta repeats later: the more the longer the lag, and all of them at {@link #LAST}.
 * Chance decides, so it meets everybody alike, and where kept and worked through balance, the lag
 * stands still. As soon as less comes, everything is kept again.
 */
@Component
public class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LAST = Duration.ofSeconds(45);

    private final DeliveryStore store;
    private final MediaFetches files;
    private final Clock clock;
    private final LongAdder offered = new LongAdder();
    private final LongAdder worked = new LongAdder();
    private volatile Duration lag = Duration.ZERO;
    private volatile boolean growing;

    Backlog(DeliveryStore store, MediaFetches files, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        Gauge.builder("moked.webhooks.lag", () -> lag.toMillis() / 1e3)
                .description("Seconds that the oldest delivery has waited to be worked through")
                .baseUnit("seconds")
                .register(meters);
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        growing = offered.sumThenReset() > worked.sumThenReset();
        try {
            lag =
                    store.oldest()
                            .map(oldest -> Duration.between(oldest, clock.instant()))
                            .orElse(Duration.ZERO);
        } catch (DataAccessException away) {
            LOG.debug("The backlog cannot be seen: {}", away.getClass().getSimpleName());
        }
    }

    /** How long the oldest delivery has waited. */
    public Duration lag() {
        return lag;
    }

    /** Files that contacts sent and that are not fetched yet. */
    public int filesWaiting() {
        return files.waiting();
    }

    /** Whether the next delivery should come again later. */
    public boolean turnsAway() {
        offered.increment();
        long beyond = lag.minus(FIRST).toMillis();
        return growing
                && beyond > 0
                && ThreadLocalRandom.current().nextLong(LAST.minus(FIRST).toMillis()) < beyond;
    }

    void workedThrough(int deliveries) {
        worked.add(deliveries);
    }

    /** Whether there is time to keep what comes in first, and work through it after. */
    boolean canWait() {
        return lag.compareTo(FIRST) < 0;
    }
}
