package io.moked.broadcast;

import io.moked.broadcast.Broadcast.Pause;
import io.moked.broadcast.RecipientStore.Addressed;
import io.moked.channel.Templates;
import io.moked.contact.Consents;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.sending.Departure;
import io.moked.sending.Proviso;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether a message may still go, at the moment it would: all of it may have changed since. */
@Component
class LastLook implements Proviso {

    /** By then whoever paused it has taken its messages out of the outbox. */
    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final RecipientStore recipients;
    private final BroadcastStore store;
    private final Templates templates;
    private final Consents consents;
    private final Contacts contacts;
    private final Turns turns;
    private final Clock clock;

    LastLook(
            RecipientStore recipients,
            BroadcastStore store,
            Templates templates,
            Consents consents,
            Contacts contacts,
            Turns turns,
            Clock clock) {
        this.recipients = recipients;
        this.store = store;
        this.templates = templates;
        this.consents = consents;
        this.contacts = contacts;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    public Optional<Departure> against(UUID message) {
        return recipients.of(message).flatMap(this::against);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void putOff(UUID message, String code) {
        if (Brake.isEnough(code)) {
            recipients.of(message).ifPresent(it -> turns.pause(it.broadcast(), Pause.SPAM));
        }
    }

    private Optional<Departure> against(Addressed addressed) {
        var broadcast = store.find(addressed.broadcast()).orElseThrow();
        var now = clock.instant();
        return switch (broadcast.state()) {
            case CANCELLED -> Optional.of(new Departure.Never("broadcast-cancelled"));
            case PAUSED -> Optional.of(new Departure.NotBefore(now.plus(A_WHILE)));
            case PLANNED, RUNNING, FINISHED -> against(broadcast, addressed.contact(), now);
        };
    }

    private Optional<Departure> against(Broadcast broadcast, UUID contact, Instant now) {
        if (templates.obstacle(broadcast.plan().template()).isPresent()) {
            return Optional.of(new Departure.NotBefore(now.plus(A_WHILE)));
        }
        if (broadcast.isMarketing() && consents.mayReceiveMarketing(Set.of(contact)).isEmpty()) {
            return Optional.of(new Departure.Never("opted-out"));
        }
        return quietUntil(broadcast.plan(), contact, now).map(Departure.NotBefore::new);
    }

    private Optional<Instant> quietUntil(Plan plan, UUID contact, Instant now) {
        return plan.quiet() == null
                ? Optional.empty()
                : plan.quiet().endFor(plan.zoneOf(contacts.find(new ContactId(contact))), now);
    }
}
