package io.moked.conversation.web;

import static java.util.Objects.requireNonNull;

import io.moked.access.Users;
import io.moked.channel.DeliveryReceipt.Pricing;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Conversation;
import io.moked.conversation.Message;
import io.moked.conversation.Notes;
import io.moked.conversation.Replies;
import io.moked.conversation.Threads;
import io.moked.conversation.price.Prices;
import io.moked.media.Media;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of a thread as the API tells them. */
@Component
class ThreadViews {

    private final Contacts contacts;
    private final Users users;
    private final MediaLibrary library;
    private final SubjectNames subjects;
    private final Threads threads;
    private final Replies replies;
    private final Prices prices;

    ThreadViews(
            Contacts contacts,
            Users users,
            MediaLibrary library,
            SubjectNames subjects,
            Threads threads,
            Replies replies,
            Prices prices) {
        this.prices = prices;
        this.replies = replies;
        this.threads = threads;
        this.contacts = contacts;
        this.users = users;
        this.library = library;
        this.subjects = subjects;
    }

    record AuthorView(Message.Author.Kind kind, @Nullable UUID id, @Nullable String name) {}

    record FailureView(String code, @Nullable String reason) {}

    record NoteView(UUID id, AuthorView author, String body, UUID clientId, Instant at) {}

    /**
     * Something that happened.
     *
     * @param subject a colleague, a department, or why it ended
     * @param until for how long it holds, where it ends by itself
     */
    record EventView(
            UUID id,
            String type,
            @Nullable AuthorView actor,
            ConversationViews.@Nullable Named subject,
            @Nullable Instant until,
            Instant at) {}

    record ItemView(
            String kind,
            Instant at,
            @Nullable MessageView message,
            @Nullable NoteView note,
            @Nullable EventView event) {}

    /** Names and files that the lines of one thread refer to. */
    private record Surroundings(
            Map<UUID, String> names,
            Map<UUID, Media> files,
            Map<UUID, Message> quoted,
            Map<UUID, Pricing> prices) {}

    @Transactional(readOnly = true)
    MessageView message(Conversation conversation, Message message) {
        return messages(conversation, List.of(message)).getFirst();
    }

    @Transactional(readOnly = true)
    List<MessageView> messages(Conversation conversation, List<Message> messages) {
        var around = around(conversation, messages, List.of());
        return messages.stream().map(it -> view(it, conversation, around)).toList();
    }

    @Transactional(readOnly = true)
    List<ItemView> items(Conversation conversation, List<Threads.Item> items) {
        var messages = items.stream().map(Threads.Item::message).filter(Objects::nonNull).toList();
        var around = around(conversation, messages, items);
        return items.stream().map(it -> view(it, conversation, around)).toList();
    }

    @Transactional(readOnly = true)
    NoteView note(Notes.Note note) {
        return view(note, users.names(List.of(note.authorId())));
    }

    private Surroundings around(
            Conversation conversation, List<Message> messages, List<Threads.Item> items) {
        var people = new HashSet<UUID>();
        messages.forEach(it -> people.add(it.author().id()));
        for (var item : items) {
            if (item.note() != null) {
                people.add(item.note().authorId());
            }
            if (item.event() != null) {
                people.add(item.event().actorId());
                people.add(item.event().subjectId());
            }
        }
        people.remove(null);
        var names = new HashMap<>(users.names(people));
        names.putAll(subjects.of(people));
        var contact = contacts.find(new ContactId(conversation.contactId()));
        if (contact.name() != null) {
            names.put(contact.id(), contact.name());
        }
        return new Surroundings(
                names,
                library.describe(files(messages)),
                threads.quoted(messages),
                prices.of(messages.stream().map(Message::id).toList()));
    }

    private static Collection<UUID> files(List<Message> messages) {
        return messages.stream()
                .flatMap(it -> it.content().files().stream())
                .map(MediaId::value)
                .toList();
    }

    private ItemView view(Threads.Item item, Conversation conversation, Surroundings around) {
        if (item.message() != null) {
            var message = view(item.message(), conversation, around);
            return new ItemView("message", item.at(), message, null, null);
        }
        if (item.note() != null) {
            return new ItemView("note", item.at(), null, view(item.note(), around.names()), null);
        }
        var event = view(requireNonNull(item.event()), around.names());
        return new ItemView("event", item.at(), null, null, event);
    }

    private MessageView view(Message it, Conversation conversation, Surroundings around) {
        var author =
                it.author().kind() == Message.Author.Kind.CONTACT
                        ? conversation.contactId()
                        : it.author().id();
        var sign = it.sign();
        return new MessageView(
                it.id(),
                it.conversationId(),
                it.direction(),
                new AuthorView(
                        it.author().kind(),
                        author,
                        author == null ? null : around.names().get(author)),
                ContentView.of(it.content(), around.files()),
                ContextView.of(it.context(), around.quoted().get(it.id())),
                it.since().reaction(),
                sign == null
                        ? null
                        : new MessageView.OwnReaction(sign.emoji(), failure(sign.failure())),
                it.since().editedAt(),
                it.since().revokedAt(),
                it.status(),
                failure(it.failure()),
                it.delay(),
                it.clientId(),
                it.retriedBy(),
                replies.mayBeSentAgainFrom(it),
                MessagePrice.of(around.prices().get(it.id())),
                it.at());
    }

    private static @Nullable FailureView failure(Message.@Nullable Failure failure) {
        return failure == null ? null : new FailureView(failure.code(), failure.reason());
    }

    private static NoteView view(Notes.Note note, Map<UUID, String> names) {
        return new NoteView(
                note.id(), agent(note.authorId(), names), note.body(), note.clientId(), note.at());
    }

    private static EventView view(Threads.Event event, Map<UUID, String> names) {
        var actor = event.actorId();
        var subject = event.subjectId();
        return new EventView(
                event.id(),
                event.type(),
                actor == null ? null : agent(actor, names),
                subject == null
                        ? null
                        : new ConversationViews.Named(subject, names.getOrDefault(subject, "")),
                event.until(),
                event.at());
    }

    private static AuthorView agent(UUID id, Map<UUID, String> names) {
        return new AuthorView(Message.Author.Kind.AGENT, id, names.get(id));
    }
}
