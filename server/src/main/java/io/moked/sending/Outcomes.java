package io.moked.sending;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Connections;
import io.moked.channel.DeliveryReceipt;
import io.moked.channel.SendOutcome;
import io.moked.sending.OutboxClaims.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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
    private static final String WINDOW_CLOSED = DeliveryReceipt.Failure.WINDOW_CLOSED;

    /** Meta's code for a number that sends more than it may; others may send through it as well. */
    private static final String TOO_FAST = "130429";

    /** Meta's codes for too many calls of an account, and of an app: all their numbers wait. */
    private static final String ACCOUNT_CALLS = "80007";

    private static final String APP_CALLS = "4";

    /**
     * Meta's codes for a template that is paused or disabled, and for an account that may send no
     * such templates for now. One of many can wait until somebody has looked at it.
     */
    private static final Set<String> NOT_OF_THIS_ONE = Set.of("132015", "132016", "131064");

    private static final Duration UNTIL_LOOKED_AT = Duration.ofMinutes(1);

    /** Between a send that was refused by mistake and the one that is tried in its place. */
    static final Duration SECOND_LOOK = Duration.ofSeconds(3);

    private final OutboxStore outbox;
    private final OutgoingMessages messages;
    private final NumberPace pace;
    private final Channels channels;
    private final Connections connections;
    private final Proviso proviso;
    private final Clock clock;

    Outcomes(
            OutboxStore outbox,
            OutgoingMessages messages,
            NumberPace pace,
            Channels channels,
            Connections connections,
            Proviso proviso,
            Clock clock) {
        this.outbox = outbox;
        this.messages = messages;
        this.pace = pace;
        this.channels = channels;
        this.connections = connections;
        this.proviso = proviso;
        this.clock = clock;
    }

    @Transactional
    void keep(Claimed claim, SendOutcome outcome) {
        var message = claim.message();
        switch (outcome) {
            case SendOutcome.Accepted(var externalId) -> {
                outbox.done(claim);
                messages.sent(message, externalId);
                goOn(claim.channel());
            }
            case SendOutcome.Refused(var code, var reason)
                    when code.equals(WINDOW_CLOSED) && !code.equals(claim.putOff()) ->
                    again(claim, code, clock.instant().plus(SECOND_LOOK));
            case SendOutcome.Refused(var code, var reason)
                    when claim.urgency() == Parcel.Urgency.BULK && NOT_OF_THIS_ONE.contains(code) ->
                    later(claim, code, UNTIL_LOOKED_AT);
            case SendOutcome.Refused(var code, var reason) -> {
                outbox.done(claim);
                messages.failed(message, code, reason);
            }
            case SendOutcome.Retryable(var code, var after) -> later(claim, code, after);
            case SendOutcome.Halted(var code) -> halt(claim, code);
            case SendOutcome.Unknown() -> doubt(claim);
        }
    }

    /** Everything of the number waits, and this message asks again first. */
    private void halt(Claimed claim, String code) {
        again(claim, code, clock.instant());
        pace.stop(claim.channel(), clock.instant());
        channels.stop(claim.channel(), code);
    }

    private void goOn(ChannelId channel) {
        if (pace.resume(channel, clock.instant())) {
            channels.resume(channel);
        }
    }

    private void later(Claimed claim, String code, Duration after) {
        if (claim.urgency() == Parcel.Urgency.BULK) {
            proviso.putOff(claim.message(), code);
        }
        var until = clock.instant().plus(pause(after, claim.attempts()));
        again(claim, code, until);
        switch (code) {
            case TOO_FAST -> pace.breathe(claim.channel(), clock.instant());
            case ACCOUNT_CALLS ->
                    pace.hold(
                            connections.sharing(claim.channel(), Connections.Pool.ACCOUNT), until);
            case APP_CALLS ->
                    pace.hold(connections.sharing(claim.channel(), Connections.Pool.APP), until);
            default -> {}
        }
    }

    /** Whoever waits for it sees why, and until when. */
    private void again(Claimed claim, String code, Instant due) {
        outbox.again(claim, code, due);
        if (claim.urgency() != Parcel.Urgency.BULK) {
            messages.putOff(claim.message());
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
