package io.moked.sending;

import io.moked.sending.OutboxClaims.Claimed;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a claimed message ready to go, as long as the claim stands. */
@Component
class Preparation {

    private final OutboxStore outbox;
    private final OutgoingMessages messages;
    private final Proviso proviso;
    private final Clock clock;

    Preparation(OutboxStore outbox, OutgoingMessages messages, Proviso proviso, Clock clock) {
        this.clock = clock;
        this.outbox = outbox;
        this.messages = messages;
        this.proviso = proviso;
    }

    /** Empty where the claim no longer stands: then somebody else answers for the message. */
    @Transactional(readOnly = true)
    Optional<Departure> of(Claimed claim) {
        return outbox.isHeld(claim, clock.instant())
                ? Optional.of(proviso(claim).orElseGet(() -> messages.prepare(claim.message())))
                : Optional.empty();
    }

    private Optional<Departure> proviso(Claimed claim) {
        return claim.urgency() == Parcel.Urgency.BULK
                ? proviso.against(claim.message())
                : Optional.empty();
    }

    @Transactional(readOnly = true)
    boolean isHeld(Claimed claim) {
        return outbox.isHeld(claim, clock.instant());
    }
}
