package io.moked.sending;

import io.moked.channel.SendOutcome;
import io.moked.sending.OutboxClaims.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how a send ended. What nobody knows stays unknown: a machine never sends it again. */
@Component
class Outcomes {

    /** Later messages of a conversation wait this long for news of one whose outcome is unknown. */
    private static final Duration HOLD = Duration.ofSeconds(30);

    /**
     * Meta's code for a closed service window. It is sent only while the window is open, so this is
     * the rare mistake that Meta tells of; once more is enough.
     */
    private static final String WINDOW_CLOSED = "131047";

    private static final Duration SECOND_LOOK = Duration.ofSeconds(3);

    private final OutboxStore outbox;
    private final OutgoingMessages messages;
    private final Clock clock;

    Outcomes(OutboxStore outbox, OutgoingMessages messages, Clock clock) {
        this.outbox = outbox;
        this.messages = messages;
        this.clock = clock;
    }

    @Transactional
    void keep(Claimed claim, SendOutcome outcome) {
        var message = claim.message();
        switch (outcome) {
            case SendOutcome.Accepted(var externalId) -> {
                outbox.done(claim);
                messages.sent(message, externalId);
            }
            case SendOutcome.Refused(var code, var reason)
                    when code.equals(WINDOW_CLOSED) && claim.attempts() == 1 ->
                    outbox.again(claim, clock.instant().plus(SECOND_LOOK));
            case SendOutcome.Refused(var code, var reason) -> {
                outbox.done(claim);
                messages.failed(message, code, reason);
            }
            case SendOutcome.Retryable(var code, var after) ->
                    outbox.again(claim, clock.instant().plus(pause(after, claim.attempts())));
            case SendOutcome.Unknown() -> doubt(claim);
        }
    }

    /** Where a receipt was quicker than the doubt, there is none. */
    private void doubt(Claimed claim) {
        if (outbox.unknown(claim, clock.instant().plus(HOLD))
                && !messages.unconfirmed(claim.message())) {
            outbox.done(claim);
        }
    }

    /**
     * Doubles with every try, so that a network in trouble is left in peace, and is a little
     * shorter or longer each time, so that those who were sent away together do not come back
     * together.
     */
    private static Duration pause(Duration first, int attempts) {
        var pause = first.multipliedBy(1L << Math.min(attempts - 1, 12));
        long most = Math.min(pause.toMillis(), OutboxClaims.LONGEST_PAUSE.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most * 3 / 4, most + 1));
    }
}
