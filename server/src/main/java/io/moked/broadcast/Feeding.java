package io.moked.broadcast;

import io.moked.contact.Contact;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Announcements;
import io.moked.conversation.Announcements.Announcement;
import io.moked.sending.Outbox;
import io.moked.template.TemplateBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Turns recipients whose time has come into messages, no more at once than the number sends within
 * a few seconds: what is decided about each, such as whether they still want it, is decided late.
 */
@Component
class Feeding {

    private static final int BATCH = 200;

    /** In each half of a second. */
    private static final int SMALL_BATCH = 5;

    /** Of all broadcasts of a number together. */
    private static final int MOST_IN_THE_OUTBOX = 400;

    private final RecipientStore recipients;
    private final BroadcastStore store;
    private final Contacts contacts;
    private final Hindrances hindrances;
    private final TemplateBook templates;
    private final Announcements announcements;
    private final Outbox outbox;

    Feeding(
            RecipientStore recipients,
            BroadcastStore store,
            Contacts contacts,
            Hindrances hindrances,
            TemplateBook templates,
            Announcements announcements,
            Outbox outbox) {
        this.recipients = recipients;
        this.store = store;
        this.contacts = contacts;
        this.hindrances = hindrances;
        this.templates = templates;
        this.announcements = announcements;
        this.outbox = outbox;
    }

    /** What becomes of each recipient whose time has come. */
    private record Sorted(
            Map<UUID, Skip> skipped, Map<UUID, Instant> putOff, ArrayList<Announcement> told) {}

    /**
     * Whether there may be more to do at once.
     *
     * @param slowly as many as a few in a second, until people rate the number better
     */
    boolean feed(Broadcast broadcast, boolean slowly, Instant now) {
        var id = new BroadcastId(broadcast.id());
        var channel = broadcast.plan().channel();
        int room =
                Math.min(slowly ? SMALL_BATCH : BATCH, MOST_IN_THE_OUTBOX - outbox.bulk(channel));
        if (room <= 0) {
            return false;
        }
        var due = recipients.due(id, now, room);
        if (due.isEmpty()) {
            return false;
        }
        var sorted = sorted(broadcast, contacts.find(due), due, now);
        recipients.skip(id, sorted.skipped());
        recipients.putOff(id, sorted.putOff());
        recipients.queued(id, announcements.add(channel, broadcast.id(), sorted.told()), now);
        store.hasNews(id);
        return due.size() == room && !slowly;
    }

    private Sorted sorted(
            Broadcast broadcast, Map<UUID, Contact> people, List<UUID> due, Instant now) {
        var plan = broadcast.plan();
        var forms = Forms.of(templates, plan);
        var skipped = new HashMap<>(hindrances.of(broadcast, forms, due, people));
        var sorted = new Sorted(skipped, new HashMap<>(), new ArrayList<>());
        for (var recipient : due) {
            var contact = people.get(recipient);
            if (contact == null || skipped.containsKey(recipient)) {
                continue;
            }
            var quietUntil = quietUntil(plan, contact, now);
            if (quietUntil.isPresent()) {
                sorted.putOff().put(recipient, quietUntil.get());
                continue;
            }
            switch (forms.filledFor(contact)) {
                case Forms.Filled.Ready(var content) ->
                        sorted.told().add(new Announcement(new ContactId(recipient), content));
                case Forms.Filled.Unfit(var why) -> skipped.put(recipient, why);
            }
        }
        return sorted;
    }

    private static Optional<Instant> quietUntil(Plan plan, Contact contact, Instant now) {
        return plan.quiet() == null
                ? Optional.empty()
                : plan.quiet().endFor(plan.zoneOf(contact), now);
    }
}
