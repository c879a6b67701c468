package io.moked.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.mail.MailServer.NobodyThere;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes letters to the mail server, one after the other. A letter may arrive twice, which harms
 * nobody, but not never: what is not taken is tried again at growing intervals for a day.
 */
@Component
class Postman extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    static final Duration LONGEST_PAUSE = Duration.ofHours(2);

    /** The last one comes a day after the first. */
    static final int MOST_ATTEMPTS = 20;

    private final LetterStore store;
    private final Wording wording;
    private final MailServer server;
    private final MeterRegistry meters;
    private final Clock clock;

    Postman(
            LetterStore store,
            Wording wording,
            MailServer server,
            MeterRegistry meters,
            Clock clock) {
        super("postman", LONGEST_SLEEP);
        this.store = store;
        this.wording = wording;
        this.server = server;
        this.meters = meters;
        this.clock = clock;
    }

    boolean hasServer() {
        return server.isSetUp();
    }

    /** Without a mail server, letters wait. */
    @Override
    public void start() {
        if (hasServer()) {
            super.start();
        }
    }

    @Override
    protected boolean round() {
        var next = store.claim();
        next.ifPresent(claimed -> TenantScope.run(claimed.tenant(), () -> deliver(claimed)));
        return next.isPresent();
    }

    private void deliver(LetterStore.Claimed claimed) {
        if (claimed.usefulUntil().isBefore(clock.instant())) {
            end(claimed, Letters.State.FAILED);
            return;
        }
        try {
            var letter = store.open(claimed);
            server.send(claimed.id(), letter, wording.of(letter));
            end(claimed, Letters.State.SENT);
        } catch (NobodyThere refused) {
            end(claimed, Letters.State.FAILED);
        } catch (MessagingException | IllegalStateException failure) {
            failed(claimed, failure);
        }
    }

    /** The words of a mail server may hold an address, so only the kind of failure is told. */
    private void failed(LetterStore.Claimed claimed, Exception failure) {
        var what = failure.getClass().getSimpleName();
        LOG.warn("A letter was not taken, try {}: {}", claimed.attempts(), what);
        if (claimed.attempts() >= MOST_ATTEMPTS) {
            end(claimed, Letters.State.FAILED);
        } else {
            store.again(claimed, pause(claimed.attempts()));
        }
    }

    private void end(LetterStore.Claimed claimed, Letters.State state) {
        store.end(claimed, state);
        meters.counter("moked.mail.letters", "outcome", state.word()).increment();
    }

    /** Twice as long each time, up to two hours. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 16));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
