package io.moked.broadcast;

import io.moked.broadcast.Broadcast.Pause;
import io.moked.broadcast.RecipientStore.Addressed;
import io.moked.contact.Consents;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Announcements;
import io.moked.sending.Departure;
import io.moked.sending.Proviso;
import io.moked.template.TemplateBook;
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
    private final TemplateBook templates;
    private final Announcements announcements;
    private final Consents consents;
    private final Contacts contacts;
    private final Turns turns;
    private final Clock clock;

    LastLook(
            RecipientStore recipients,
            BroadcastStore store,
            TemplateBook templates,
            Announcements announcements,
            Consents consents,
            Contacts contacts,
            Turns turns,
            Clock clock) {
        this.recipients = recipients;
        this.store = store;
        this.templates = templates;
        this.announcements = announcements;
        this.consents = consents;
        this.contacts = contacts;
        this.turns = turns;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    public Optional<Departure> against(UUID message) {
        return recipients.of(message).flatMap(it -> against(message, it));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void putOff(UUID message, String code) {
        if (Brake.isEnough(code)) {
            recipients.of(message).ifPresent(it -> turns.pause(it.broadcast(), Pause.SPAM));
        }
    }

    private Optional<Departure> against(UUID message, Addressed addressed) {
        var broadcast = store.find(addressed.broadcast()).orElseThrow();
        var now = clock.instant();
        return switch (broadcast.state()) {
            case CANCELLED -> Optional.of(new Departure.Never("broadcast-cancelled"));
            case PAUSED -> Optional.of(new Departure.NotBefore(now.plus(A_WHILE)));
            case PLANNED, RUNNING, FINISHED ->
                    against(message, broadcast, addressed.contact(), now);
        };
    }

    private Optional<Departure> against(
            UUID message, Broadcast broadcast, UUID contact, Instant now) {
        if (templates.obstacle(broadcast.plan().template()).isPresent()) {
            return Optional.of(new Departure.NotBefore(now.plus(A_WHILE)));
        }
        if (consents.mayReceiveMarketing(Set.of(contact)).isEmpty()
                && isMarketing(message, broadcast)) {
            return Optional.of(new Departure.Never("opted-out"));
        }
        return quietUntil(broadcast.plan(), contact, now).map(Departure.NotBefore::new);
    }

    /** As the template it is made from, which may be one in another language; if in doubt, yes. */
    private boolean isMarketing(UUID message, Broadcast broadcast) {
        var template = announcements.templateOf(message).orElse(broadcast.plan().template());
        return templates.obstacle(template).isPresent()
                || broadcast.isMarketing(templates.find(template).category());
    }

    private Optional<Instant> quietUntil(Plan plan, UUID contact, Instant now) {
        return plan.quiet() == null
                ? Optional.empty()
                : plan.quiet().endFor(plan.zoneOf(contacts.find(new ContactId(contact))), now);
    }
}
