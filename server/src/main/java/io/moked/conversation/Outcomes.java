package io.moked.conversation;

import io.moked.channel.SendOutcome;
import io.moked.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps how a send ended. What nobody knows stays unknown: a machine never sends it again. */
@Component
class Outcomes {

    /** Later messages of a conversation wait this long for news of one whose outcome is unknown. */
    private static final Duration HOLD = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final MessageStore messages;
    private final OutboxStore outbox;
    private final Receipts receipts;
    private final Journal journal;
    private final Clock clock;

    Outcomes(
            MessageStore messages,
            OutboxStore outbox,
            Receipts receipts,
            Journal journal,
            Clock clock) {
        this.messages = messages;
        this.outbox = outbox;
        this.receipts = receipts;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    void keep(OutboxClaims.Claimed claimed, SendOutcome outcome) {
        var message = claimed.message();
        switch (outcome) {
            case SendOutcome.Accepted(var externalId) -> {
                outbox.done(message);
                conclude(message, Message.Status.SENT, "", "");
                receipts.nameKnown(message, externalId);
            }
            case SendOutcome.Refused(var code, var reason) -> {
                outbox.done(message);
                conclude(message, Message.Status.FAILED, code, reason);
            }
            case SendOutcome.Retryable(var code, var after) ->
                    outbox.again(message, clock.instant().plus(pause(after, claimed.attempts())));
            case SendOutcome.Unknown() -> {
                if (outbox.unknown(message, clock.instant().plus(HOLD))) {
                    conclude(message, Message.Status.UNCONFIRMED, "", "");
                }
            }
        }
    }

    /** Doubles with every try, so that a network in trouble is left in peace. */
    private static Duration pause(Duration first, int attempts) {
        var pause = first.multipliedBy(1L << Math.min(attempts - 1, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void conclude(UUID message, Message.Status status, String code, String reason) {
        if (outbox.conclude(message, status, code, reason)) {
            var conversation = messages.find(message).orElseThrow().conversationId();
            journal.append(Facts.status(conversation, message, status));
        }
    }
}
