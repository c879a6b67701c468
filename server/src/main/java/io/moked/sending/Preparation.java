package io.moked.sending;

import io.moked.sending.OutboxClaims.Claimed;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a claimed message ready to go, as long as the claim stands. */
@Component
class Preparation {

    private final OutboxStore outbox;
    private final OutgoingMessages messages;

    Preparation(OutboxStore outbox, OutgoingMessages messages) {
        this.outbox = outbox;
        this.messages = messages;
    }

    /** Empty where the claim no longer stands: then somebody else answers for the message. */
    @Transactional(readOnly = true)
    Optional<Departure> of(Claimed claim) {
        return outbox.isHeld(claim)
                ? Optional.of(messages.prepare(claim.message()))
                : Optional.empty();
    }

    @Transactional(readOnly = true)
    boolean isHeld(Claimed claim) {
        return outbox.isHeld(claim);
    }
}
