package io.moked.ending;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what falls due at its time. The times are rows, and each server sleeps until the earliest of
 * them; what another server has put there meanwhile, or left, is seen when this one looks around.
 */
@Component
class Alarm extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final Duration AFTER_FAULT = Duration.ofMinutes(1);
    private static final int PART = 100;

    private final DueStore dues;
    private final Wakes wakes;
    private final WrapUps wrapUps;
    private final Silences silences;
    private final SilenceStore silenceStore;
    private final AlarmBell bell;
    private final Clock clock;

    Alarm(
            DueStore dues,
            Wakes wakes,
            WrapUps wrapUps,
            Silences silences,
            SilenceStore silenceStore,
            AlarmBell bell,
            Clock clock) {
        super("alarm", 1, LOOK_AROUND, bell);
        this.dues = dues;
        this.wakes = wakes;
        this.wrapUps = wrapUps;
        this.silences = silences;
        this.silenceStore = silenceStore;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    protected boolean round() {
        if (endDue(clock.instant()) > 0) {
            return true;
        }
        dues.next().ifPresent(this::ringAt);
        return false;
    }

    /** Later than the next look around, that look does it. */
    private void ringAt(Instant due) {
        var time = Duration.between(clock.instant(), due);
        if (time.isPositive() && time.compareTo(LOOK_AROUND) < 0) {
            CompletableFuture.delayedExecutor(time.toMillis() + 1, MILLISECONDS, Runnable::run)
                    .execute(bell::ring);
        }
    }

    /**
     * Does what is due by then.
     *
     * @return how many things
     */
    int endDue(Instant now) {
        return dues.tenants(now).stream().mapToInt(it -> endDue(it, now)).sum();
    }

    private int endDue(TenantId tenant, Instant now) {
        try {
            return TenantScope.call(
                    tenant,
                    () ->
                            wakes.endDue(now, PART)
                                    + wrapUps.endDue(now, PART)
                                    + lookAtSilences(now));
        } catch (RuntimeException fault) {
            LOG.error("What was due is tried again at the next look around", fault);
            return 0;
        }
    }

    private int lookAtSilences(Instant now) {
        var due = silenceStore.due(now, PART);
        due.forEach(it -> look(it, now));
        return due.size();
    }

    /** One that cannot be looked at keeps none of the others waiting. */
    private void look(UUID conversation, Instant now) {
        try {
            silences.look(conversation, now);
        } catch (RuntimeException fault) {
            LOG.error("A silence is looked at again in a minute", fault);
            silenceStore.putOff(conversation, now.plus(AFTER_FAULT));
        }
    }
}
