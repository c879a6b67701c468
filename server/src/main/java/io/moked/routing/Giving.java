package io.moked.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Gives agents what waits, as soon as something waits or somebody has room: the server that
 * committed it decides at once. Should a server have died between the two, another one finds what
 * it left, and counts it.
 */
@Component
class Giving extends Rounds {

    /** For so many businesses it is decided at the same time. */
    private static final int WORKERS = 4;

    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);

    private final Waker waker;
    private final Decisions decisions;
    private final LeftBehind leftBehind;
    private final Clock clock;
    private final Counter caught;
    private volatile Instant nextLook = Instant.MIN;

    Giving(
            Waker waker,
            Decisions decisions,
            LeftBehind leftBehind,
            Clock clock,
            MeterRegistry metrics) {
        super("giving", WORKERS, LOOK_AROUND, waker);
        this.waker = waker;
        this.decisions = decisions;
        this.leftBehind = leftBehind;
        this.clock = clock;
        this.caught =
                Counter.builder("moked.routing.caught")
                        .description("Conversations that waited though nobody had been told")
                        .register(metrics);
    }

    @Override
    protected boolean round() {
        var tenant = waker.next();
        if (tenant.isPresent()) {
            try {
                decide(tenant.get());
            } finally {
                waker.done(tenant.get());
            }
            return true;
        }
        lookAround();
        return false;
    }

    private int decide(TenantId tenant) {
        var outcome = outcome(tenant);
        outcome.again()
                .ifPresent(it -> waker.wakeIn(tenant, Duration.between(clock.instant(), it)));
        return outcome.given();
    }

    /** Where it fails, it is looked at again: nobody else will say so. */
    private Decisions.Outcome outcome(TenantId tenant) {
        try {
            return TenantScope.call(tenant, decisions::decideAll);
        } catch (RuntimeException failed) {
            waker.wakeIn(tenant, AFTER_FAULT);
            throw failed;
        }
    }

    private void lookAround() {
        var now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(LOOK_AROUND);
        leftBehind.tenants(now.minus(LOOK_AROUND)).forEach(it -> caught.increment(decide(it)));
    }
}
