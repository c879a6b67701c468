package io.moked.rule;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at each occasion when its time has come. What rules do and that the occasion was looked at
 * are one transaction, so a server that dies leaves both to another, or neither.
 */
@Component
class RuleTurns extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(RuleTurns.class);
    private static final int WORKERS = 2;
    private static final int MOST = 50;

    /** For what another server has written down, and died before it could look at it. */
    private static final Duration LOOK_AROUND = Duration.ofSeconds(5);

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final OccasionInbox inbox;
    private final OccasionStore occasions;
    private final Acting acting;
    private final TransactionTemplate transactions;
    private final RuleBell alarm;
    private final Clock clock;
    private final Counter dropped;

    RuleTurns(
            OccasionInbox inbox,
            OccasionStore occasions,
            Acting acting,
            TransactionTemplate transactions,
            RuleBell alarm,
            Clock clock,
            MeterRegistry metrics) {
        super("rules", WORKERS, LOOK_AROUND, alarm);
        this.inbox = inbox;
        this.occasions = occasions;
        this.acting = acting;
        this.transactions = transactions;
        this.alarm = alarm;
        this.clock = clock;
        this.dropped =
                Counter.builder("moked.rules.dropped")
                        .description("Occasions that no rule could be tried on")
                        .register(metrics);
    }

    @Override
    protected boolean round() {
        var now = clock.instant();
        var due = inbox.due(now, MOST);
        for (var one : due) {
            TenantScope.run(one.tenant(), () -> look(one));
        }
        if (due.isEmpty()) {
            inbox.next(now).ifPresent(it -> alarm.ringIn(Duration.between(now, it)));
        }
        return due.size() == MOST;
    }

    private void look(OccasionInbox.Due due) {
        try {
            transactions.executeWithoutResult(
                    tx -> occasions.lockDue(due.id(), clock.instant()).ifPresent(acting::look));
        } catch (RuntimeException failure) {
            LOG.warn("An occasion is tried later: {}", failure.getClass().getSimpleName());
            transactions.executeWithoutResult(
                    tx -> occasions.lockDue(due.id(), clock.instant()).ifPresent(this::putOff));
        }
    }

    /** Nothing has been done for it; it must not hold up the others for ever. */
    private void putOff(Occasion occasion) {
        if (occasion.tries() + 1 < TRIES) {
            var pause = PAUSE.multipliedBy(1L << occasion.tries());
            occasions.again(occasion.id(), clock.instant().plus(pause));
        } else {
            LOG.error("No rule could be tried on occasion {}", occasion.id());
            dropped.increment();
            occasions.remove(occasion.id());
        }
    }
}
