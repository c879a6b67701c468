package io.moked.conversation;

import static java.util.stream.Collectors.toSet;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Content;
import io.moked.contact.ContactId;
import io.moked.contact.Listing;
import io.moked.conversation.MessageStore.SharedFile;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.sending.Outbox;
import io.moked.sending.Parcel;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to many, that nobody has asked for and nobody works on. Each stands in the conversation
 * that is there; where none is, one is begun that no list shows until the contact writes. None of
 * them is the last word of a conversation that people work on, so that lists keep their order.
 */
@Component
public class Announcements {

    private final AnnouncementStore store;
    private final MessageStore messages;
    private final Listing contacts;
    private final Channels channels;
    private final Outbox outbox;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Announcements(
            AnnouncementStore store,
            MessageStore messages,
            Listing contacts,
            Channels channels,
            Outbox outbox,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.contacts = contacts;
        this.channels = channels;
        this.outbox = outbox;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What one contact is to be told. */
    public record Announcement(ContactId contact, Content content) {}

    /**
     * What the business says by itself in a conversation that is locked, to whoever has just
     * written there.
     *
     * @param occasion our id of what it is said for: a conversation holds one message of it
     */
    public record Automatic(
            UUID conversation, ContactId contact, ChannelId channel, UUID occasion, String text) {}

    /** Where it stands, and that it waits to be sent. */
    public record Announced(ContactId contact, UUID message, UUID conversation) {}

    /** Where somebody is to be told something. */
    record Thread(UUID id, UUID contact, boolean isWorkedOn) {}

    /** A message with its place. */
    record Placed(UUID id, Thread thread, Content content) {}

    /**
     * Puts messages into conversations and the outbox.
     *
     * @param occasion our id of what they are sent for: a conversation holds one message of it
     * @return those that were put there; whoever is missing is to be told later
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Announced> add(ChannelId channel, UUID occasion, List<Announcement> announcements) {
        // Contacts before conversations, as where they write: nobody waits for the other.
        contacts.met(announcements.stream().map(it -> it.contact().value()).toList());
        var threads = threads(channel, announcements);
        var placed =
                announcements.stream()
                        .flatMap(it -> placed(it, threads.get(it.contact().value())).stream())
                        .toList();
        if (placed.isEmpty()) {
            return List.of();
        }
        store.insert(placed, channel, occasion, clock.instant());
        store.lastWords(placed, clock.instant());
        messages.share(
                placed.stream()
                        .flatMap(it -> SharedFile.of(it.thread().id(), it.content()))
                        .toList());
        outbox.add(placed.stream().map(it -> parcel(it, channel)).toList());
        journal.append(
                placed.stream()
                        .filter(it -> it.thread().isWorkedOn())
                        .map(it -> ThreadEvents.replyQueued(it.thread().id(), it.id()))
                        .toList());
        return placed.stream()
                .map(it ->
                        new Announced(
                                new ContactId(it.thread().contact()), it.id(), it.thread().id()))
                .toList();
    }

    /**
     * Says something by itself, in this order and before whatever is written later. It is nobody's
     * answer: what the contact wrote stays the last word, and unread.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void say(List<Automatic> texts) {
        var wanted = new LinkedHashMap<UUID, Automatic>();
        var ended = ended(texts);
        texts.stream()
                .filter(it -> !ended.contains(it.channel()))
                .forEach(it -> wanted.put(ids.next(), it));
        if (wanted.isEmpty()) {
            return;
        }
        wanted.keySet().retainAll(store.say(wanted, clock.instant()));
        outbox.add(
                wanted.entrySet().stream()
                        .map(it ->
                                new Parcel(
                                        it.getKey(),
                                        it.getValue().channel(),
                                        it.getValue().contact().value(),
                                        Parcel.Urgency.PROMPT))
                        .toList());
        journal.append(
                wanted.entrySet().stream()
                        .map(it ->
                                ThreadEvents.replyQueued(it.getValue().conversation(), it.getKey()))
                        .toList());
    }

    private Set<ChannelId> ended(List<Automatic> texts) {
        return texts.stream()
                .map(Automatic::channel)
                .distinct()
                .filter(it -> channels.find(it).endedAt() != null)
                .collect(toSet());
    }

    private Optional<Placed> placed(Announcement announcement, @Nullable Thread thread) {
        return Optional.ofNullable(thread)
                .map(it -> new Placed(ids.next(), it, announcement.content()));
    }

    private Map<UUID, Thread> threads(ChannelId channel, List<Announcement> announcements) {
        var contacts = announcements.stream().map(it -> it.contact().value()).toList();
        var begun = contacts.stream().map(it -> new Thread(ids.next(), it, false)).toList();
        store.begin(begun, channel, clock.instant());
        var threads = new HashMap<UUID, Thread>();
        store.threads(channel, contacts)
                .forEach(it -> threads.merge(it.contact(), it, (a, b) -> a.isWorkedOn() ? a : b));
        return threads;
    }

    private static Parcel parcel(Placed placed, ChannelId channel) {
        return new Parcel(placed.id(), channel, placed.thread().contact(), Parcel.Urgency.BULK);
    }

    /**
     * Takes messages back that are not on their way yet, as if nobody had written them.
     *
     * @return those that will not be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Collection<UUID> takeBack(Collection<UUID> announced) {
        store.lockPlacesOf(announced);
        var back = outbox.takeBack(announced);
        if (!back.isEmpty()) {
            var conversations = store.remove(back);
            store.forgetLastWords(conversations);
            store.end(conversations);
        }
        return back;
    }
}
