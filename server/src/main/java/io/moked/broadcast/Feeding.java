package io.moked.broadcast;

import io.moked.channel.Content;
import io.moked.contact.Contact;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Announcements;
import io.moked.conversation.Announcements.Announcement;
import io.moked.sending.Outbox;
import io.moked.template.TemplateBook;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
            Map<UUID, Skip> skipped, Map<UUID, Instant> putOff, Map<UUID, Content.Template> told) {

        List<Announcement> announcements() {
            return told.entrySet().stream()
                    .map(it -> new Announcement(new ContactId(it.getKey()), it.getValue()))
                    .toList();
        }

        Map<UUID, UUID> templates() {
            return told.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().id()));
        }
    }

    /**
     * Whether there may be more to do at once.
     *
     * @param slowly as many as a few in a second, until people rate the number better
     */
    boolean feed(Broadcast broadcast, boolean slowly, Instant now) {
        var id = new BroadcastId(broadcast.id());
        var channel = broadcast.plan().channel();
        var forms = Forms.of(templates, broadcast.plan());
        takeBackAllBut(forms, id);
        int room =
                Math.min(slowly ? SMALL_BATCH : BATCH, MOST_IN_THE_OUTBOX - outbox.bulk(channel));
        if (room <= 0) {
            return false;
        }
        var due = recipients.due(id, now, room);
        if (due.isEmpty()) {
            return takeBackForTheNight(broadcast, now);
        }
        var sorted = sorted(broadcast, forms, due, now);
        recipients.skip(id, sorted.skipped());
        recipients.putOff(id, sorted.putOff());
        var queued = announcements.add(channel, broadcast.id(), sorted.announcements());
        recipients.queued(id, queued, sorted.templates(), now);
        store.hasNews(id);
        return due.size() == room && !slowly;
    }

    /** What Meta takes no more in one language is made anew, in the planned one. */
    private void takeBackAllBut(Forms forms, BroadcastId id) {
        var others = recipients.inTheOutboxOfOthers(id, forms.templates());
        if (!others.isEmpty()) {
            recipients.takenBack(announcements.takeBack(others));
        }
    }

    /**
     * Whose quiet hours began while their message was in the outbox waits like all others, and is
     * seen to.
     */
    private boolean takeBackForTheNight(Broadcast broadcast, Instant now) {
        if (broadcast.plan().quiet() == null) {
            return false;
        }
        var queued = recipients.inTheOutboxByContact(new BroadcastId(broadcast.id()));
        var asleep =
                contacts.find(queued.keySet()).entrySet().stream()
                        .filter(it -> quietUntil(broadcast.plan(), it.getValue(), now).isPresent())
                        .map(it -> queued.get(it.getKey()))
                        .toList();
        if (asleep.isEmpty()) {
            return false;
        }
        var back = announcements.takeBack(asleep);
        recipients.takenBack(back);
        return !back.isEmpty();
    }

    private Sorted sorted(Broadcast broadcast, Forms forms, List<UUID> due, Instant now) {
        var plan = broadcast.plan();
        var people = contacts.find(due);
        var skipped = new HashMap<>(hindrances.of(broadcast, forms, due, people));
        var sorted = new Sorted(skipped, new HashMap<>(), new LinkedHashMap<>());
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
                case Forms.Filled.Ready(var content) -> sorted.told().put(recipient, content);
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
