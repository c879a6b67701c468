package io.moked.sending;

import io.moked.channel.ChannelGateway;
import io.moked.channel.SendOutcome;
import io.moked.sending.ReadMarkStore.Claimed;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells networks who was read. Nobody waits for it, so it fails without a word. */
@Component
class ReadMarker extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReadMarker.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** The last of them comes after four hours or so. */
    static final int MOST_ATTEMPTS = 10;

    private static final int AT_ONCE = 8;

    private final ReadMarkStore store;
    private final OutgoingMessages messages;
    private final ChannelGateway gateway;
    private final Semaphore free = new Semaphore(AT_ONCE);

    ReadMarker(ReadMarkStore store, OutgoingMessages messages, ChannelGateway gateway) {
        super("read-marks", 1, LONGEST_SLEEP, store.bell());
        this.store = store;
        this.messages = messages;
        this.gateway = gateway;
    }

    @Override
    protected boolean round() {
        store.claim(free.availablePermits()).forEach(this::begin);
        return false;
    }

    private void begin(Claimed claimed) {
        free.acquireUninterruptibly();
        Thread.ofVirtual()
                .name("read-mark")
                .start(() -> {
                    try {
                        TenantScope.run(claimed.tenant(), () -> show(claimed));
                    } catch (RuntimeException later) {
                        LOG.debug("A read mark waits: {}", later.getClass().getSimpleName());
                    } finally {
                        free.release();
                        ring();
                    }
                });
    }

    private void show(Claimed claimed) {
        var mark = claimed.mark();
        var outcome =
                messages.externalId(mark.message())
                        .map(it -> gateway.showRead(mark.channel(), it, false))
                        .orElseGet(() -> new SendOutcome.Refused("message-gone", ""));
        switch (outcome) {
            case SendOutcome.Accepted _, SendOutcome.Refused _ -> store.done(claimed);
            case SendOutcome.Halted _, SendOutcome.Retryable _, SendOutcome.Unknown _ ->
                    later(claimed);
        }
    }

    /** Whoever was read hours ago need not be told any more. */
    private void later(Claimed claimed) {
        if (claimed.attempts() >= MOST_ATTEMPTS) {
            store.done(claimed);
        } else {
            store.again(claimed, pause(claimed.attempts()));
        }
    }

    /** Twice as long each time, up to an hour. */
    static Duration pause(int attempts) {
        return Duration.ofSeconds(
                Math.min(LONGEST_PAUSE.toSeconds(), 15L << Math.min(attempts, 20)));
    }
}
