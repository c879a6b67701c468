package io.moked.broadcast;

import io.moked.broadcast.RecipientStore.Addressed;
import io.moked.contact.Consents;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.sending.Departure;
import io.moked.sending.Proviso;
import io.moked.template.TemplateBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final TemplateBook templates;
    private final Consents consents;
    private final Contacts contacts;
    private final Turns turns;
    private final Clock clock;

    LastLook(
            RecipientStore recipients,
            BroadcastStore store,
            TemplateBook templates,
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
            recipients
                    .of(message)
                    .ifPresent(it -> turns.pause(it.broadcast(), Brake.pauseFor(code)));
        }
    }

    private Optional<Departure> against(Addressed addressed) {
        var broadcast = store.find(addressed.broadcast()).orElseThrow();
        var now = clock.instant();
        return switch (broadcast.state()) {
            case CANCELLED -> Optional.of(new Departure.Never("broadcast-cancelled"));
            case PAUSED -> Optional.of(new Departure.NotBefore(now.plus(A_WHILE)));
            case PLANNED, RUNNING, FINISHED -> against(broadcast, addressed, now);
        };
    }

    /** What Meta takes no more in one language is taken back, and made in the planned one. */
    private Optional<Departure> against(Broadcast broadcast, Addressed to, Instant now) {
        var template = to.template() == null ? broadcast.plan().template() : to.template();
        if (templates.obstacle(template).isPresent()) {
            return Optional.of(new Departure.NotBefore(now.plus(A_WHILE)));
        }
        if (consents.mayReceiveMarketing(Set.of(to.contact())).isEmpty()
                && isMarketing(broadcast, to.template())) {
            return Optional.of(new Departure.Never("opted-out"));
        }
        return quietUntil(broadcast.plan(), to.contact(), now).map(Departure.NotBefore::new);
    }

    /** If in doubt, yes. */
    private boolean isMarketing(Broadcast broadcast, @Nullable UUID template) {
        return template == null || broadcast.isMarketing(templates.find(template).category());
    }

    private Optional<Instant> quietUntil(Plan plan, UUID contact, Instant now) {
        return plan.quiet() == null
                ? Optional.empty()
                : plan.quiet().endFor(plan.zoneOf(contacts.find(new ContactId(contact))), now);
    }
}
