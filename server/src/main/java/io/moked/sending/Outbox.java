package io.moked.sending;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one way out of the building: every message to a contact is put in here. */
@Component
public class Outbox {

    private final OutboxStore store;
    private final OutboxClaims claims;
    private final Clock clock;
    private final OutboxBell bell;

    Outbox(OutboxStore store, OutboxClaims claims, Clock clock, OutboxBell bell) {
        this.store = store;
        this.claims = claims;
        this.clock = clock;
        this.bell = bell;
    }

    /** Takes messages in, in the order in which they are to go to each person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Parcel> parcels) {
        store.add(parcels, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new RingOnceKept(bell));
    }

    /** Servers that do not hear it look by themselves. */
    private record RingOnceKept(OutboxBell bell) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            bell.ring();
        }
    }

    /** A receipt told of these messages; what waited for news of them waits no longer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(List<UUID> messages) {
        store.confirmed(messages);
    }

    /** Which of these messages are on the wire. */
    @Transactional(readOnly = true)
    public Set<UUID> leaving(Collection<UUID> messages) {
        return store.leaving(messages);
    }

    /** How many wait to be sent, over all tenants. */
    public int waiting() {
        return claims.waiting();
    }
}
