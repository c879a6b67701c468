package io.moked.sending;

import io.moked.channel.SendOutcome;
import io.moked.sending.OutboxClaims.Claimed;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes out of the outbox what may go, and sends it. */
@Component
class Dispatch extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);
    private static final Duration BETWEEN_RENEWALS = OutboxClaims.LEASE.dividedBy(3);
    private static final int SENDS_AT_ONCE = 200;
    private static final long PATIENCE_AT_THE_END_MILLIS = 10_000;

    private final OutboxClaims claims;
    private final Sending sending;
    private final Outcomes outcomes;
    private final Clock clock;
    private final Set<Claimed> held = ConcurrentHashMap.newKeySet();
    private Instant renewed = Instant.EPOCH;
    private final Semaphore sends = new Semaphore(SENDS_AT_ONCE);

    Dispatch(
            OutboxBell bell, OutboxClaims claims, Sending sending, Outcomes outcomes, Clock clock) {
        super("outbox", 1, LONGEST_SLEEP, bell);
        this.claims = claims;
        this.sending = sending;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    protected boolean round() {
        renew();
        claims.releaseHeld(clock.instant());
        claims.abandoned(clock.instant()).forEach(this::giveUp);
        claims.claim(sends.availablePermits(), clock.instant()).forEach(this::send);
        return false;
    }

    /** What is on the wire for long stays ours as long as this server lives. */
    private void renew() {
        var now = clock.instant();
        if (Duration.between(renewed, now).abs().compareTo(BETWEEN_RENEWALS) >= 0) {
            renewed = now;
            if (!held.isEmpty()) {
                claims.renew(List.copyOf(held), now);
            }
        }
    }

    /** Each on a thread of its own: a number whose network is slow holds up no other. */
    private void send(Claimed claim) {
        if (!isRunning()) {
            claims.giveBack(claim, clock.instant());
            return;
        }
        sends.acquireUninterruptibly();
        held.add(claim);
        Thread.ofVirtual().name("send").start(() -> sendAlone(claim));
    }

    private void sendAlone(Claimed claim) {
        try {
            TenantScope.call(
                    claim.tenant(),
                    () -> {
                        sending.send(claim);
                        return true;
                    });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException lost) {
            LOG.warn(
                    "What became of a send could not be kept: {}", lost.getClass().getSimpleName());
        } finally {
            held.remove(claim);
            sends.release();
            ring();
        }
    }

    private void giveUp(Claimed abandoned) {
        try {
            TenantScope.run(
                    abandoned.tenant(), () -> outcomes.keep(abandoned, new SendOutcome.Unknown()));
        } catch (RuntimeException later) {
            LOG.warn("An abandoned send waits: {}", later.getClass().getSimpleName());
        }
    }

    /** Claims nothing more, and lets what is on the wire come back. */
    @Override
    public void stop() {
        super.stop();
        try {
            if (sends.tryAcquire(
                    SENDS_AT_ONCE, PATIENCE_AT_THE_END_MILLIS, TimeUnit.MILLISECONDS)) {
                sends.release(SENDS_AT_ONCE);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
