package io.moked.conversation;

import io.moked.channel.SendOutcome;
import io.moked.conversation.OutboxClaims.Claimed;
import io.moked.journal.JournalEntry;
import io.moked.journal.Listener;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends queued messages, each conversation's in order and each number at its pace. */
@Component
public class Outbox extends Rounds implements Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);
    private static final int SENDS_AT_ONCE = 200;
    private static final long PATIENCE_AT_THE_END_MILLIS = 10_000;

    private final OutboxClaims claims;
    private final Sending sending;
    private final Outcomes outcomes;
    private final Clock clock;
    private final Semaphore sends = new Semaphore(SENDS_AT_ONCE);

    Outbox(OutboxClaims claims, Sending sending, Outcomes outcomes, Clock clock) {
        super("outbox", LONGEST_SLEEP);
        this.claims = claims;
        this.sending = sending;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** How many wait to be sent, over all tenants. */
    public int waiting() {
        return claims.waiting();
    }

    @Override
    public void hear(List<JournalEntry> entries) {
        if (entries.stream().anyMatch(entry -> entry.kind().equals(Facts.REPLY_QUEUED))) {
            ring();
        }
    }

    @Override
    protected boolean round() {
        claims.releaseHeld(clock.instant());
        claims.abandoned(clock.instant()).forEach(this::giveUp);
        claims.claim(sends.availablePermits(), clock.instant()).forEach(this::send);
        return false;
    }

    /** Each on a thread of its own: a number whose network is slow holds up no other. */
    private void send(Claimed claim) {
        if (!isRunning()) {
            claims.giveBack(claim, clock.instant());
            return;
        }
        sends.acquireUninterruptibly();
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
