package io.moked.whatsapp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far the work is behind what has been kept. A burst is kept whole and worked through after it;
 * but who writes into a backlog that only grows is answered too late to matter. So beyond a lag of
 * {@link #FIRST}, while more comes than is worked through, only as much is kept as is worked
 * through, and the less the longer the lag, until nothing is at {@link #LAST}; the rest is turned
 * away, and Meta repeats it later. Chance decides, so it meets everybody alike. As soon as less
 * comes, everything is kept again.
 */
@Component
public class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LAST = Duration.ofSeconds(45);

    /** By then every lane with work has had its turn. */
    private static final Duration STANDS_STILL = Duration.ofMinutes(1);

    /** What comes and is done is averaged over about so many looks. */
    private static final int LOOKS = 3;

    private final DeliveryStore store;
    private final MediaFetches files;
    private final Clock clock;
    private final LongAdder offered = new LongAdder();
    private final LongAdder worked = new LongAdder();
    private Map<Integer, Seen> heads = Map.of();
    private volatile Duration lag = Duration.ZERO;

    /** The same, of lanes that do not stand still. */
    private volatile Duration movingLag = Duration.ZERO;

    private double come;
    private double done;
    private volatile double kept = 1;

    Backlog(DeliveryStore store, MediaFetches files, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.files = files;
        this.clock = clock;
        Gauge.builder("moked.webhooks.lag", () -> lag.toMillis() / 1e3)
                .description("Seconds that the oldest delivery has waited to be worked through")
                .baseUnit("seconds")
                .register(meters);
    }

    /** What has waited before all others of its lane, and since when that is known. */
    private record Seen(DeliveryStore.Head head, Instant since) {}

    @Scheduled(fixedDelay = 1_000)
    synchronized void look() {
        come += (offered.sumThenReset() - come) / LOOKS;
        done += (worked.sumThenReset() - done) / LOOKS;
        try {
            measure(store.heads(), clock.instant());
        } catch (DataAccessException away) {
            LOG.debug("The backlog cannot be seen: {}", away.getClass().getSimpleName());
        }
        kept = share();
    }

    /** A lane that stands still holds up its own numbers, and nobody else's deliveries. */
    private void measure(List<DeliveryStore.Head> waiting, Instant now) {
        var seen = new HashMap<Integer, Seen>();
        for (var head : waiting) {
            var before = heads.get(head.lane());
            seen.put(
                    head.lane(),
                    before != null && before.head().equals(head) ? before : new Seen(head, now));
        }
        heads = seen;
        lag = oldest(seen.values().stream(), now);
        var still = now.minus(STANDS_STILL);
        movingLag = oldest(seen.values().stream().filter(it -> !it.since().isBefore(still)), now);
    }

    private static Duration oldest(Stream<Seen> waiting, Instant now) {
        return waiting.map(it -> Duration.between(it.head().receivedAt(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Of what comes, how much is to be kept. */
    private double share() {
        if (come <= done || movingLag.compareTo(FIRST) <= 0) {
            return 1;
        }
        double left = (double) LAST.minus(movingLag).toMillis() / LAST.minus(FIRST).toMillis();
        return Math.max(0, left * done / come);
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
        return ThreadLocalRandom.current().nextDouble() >= kept;
    }

    void workedThrough(int deliveries) {
        worked.add(deliveries);
    }

    /** Whether there is time to keep what comes in first, and work through it after. */
    boolean canWait() {
        return movingLag.compareTo(FIRST) < 0;
    }
}
