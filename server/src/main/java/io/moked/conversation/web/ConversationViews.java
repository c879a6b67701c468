package io.moked.conversation.web;

import static java.util.Objects.requireNonNull;

import io.moked.access.Users;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.conversation.Conversation;
import io.moked.conversation.Message;
import io.moked.conversation.Threads;
import io.moked.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Conversations as the API tells them; a whole list costs as many queries as one of them. */
@Component
class ConversationViews {

    private final Contacts contacts;
    private final Users users;
    private final Threads threads;
    private final Conversation.Departments departments;
    private final Conversation.Endings endings;

    ConversationViews(
            Contacts contacts,
            Users users,
            Threads threads,
            Conversation.Departments departments,
            Conversation.Endings endings) {
        this.endings = endings;
        this.contacts = contacts;
        this.users = users;
        this.threads = threads;
        this.departments = departments;
    }

    /**
     * A conversation.
     *
     * @param snoozedUntil where it is set aside: until then, or null for until they answer
     * @param disposition why it ended, where that was said
     */
    record ConversationView(
            UUID id,
            ContactView contact,
            UUID channelId,
            Conversation.Status status,
            Conversation.Handler handler,
            @Nullable Named department,
            @Nullable Named assignee,
            int unread,
            Instant lastMessageAt,
            @Nullable Instant serviceWindowClosesAt,
            Instant openedAt,
            @Nullable Instant waitingSince,
            List<String> labels,
            @Nullable Instant snoozedUntil,
            @Nullable Named disposition,
            @Nullable LastMessage lastMessage) {}

    record ContactView(
            UUID id, @Nullable String name, @Nullable String phone, @Nullable String language) {}

    record Named(UUID id, String name) {}

    record LastMessage(
            Message.Direction direction,
            Message.Author.Kind author,
            String type,
            String preview,
            Message.Status status) {}

    /** What a list of conversations refers to. */
    private record Surroundings(
            Map<UUID, Contact> contacts,
            Map<UUID, String> users,
            Map<UUID, String> departments,
            Map<UUID, String> dispositions,
            Map<UUID, Message> messages) {}

    @Transactional(readOnly = true)
    ConversationView of(Conversation conversation) {
        return of(List.of(conversation)).getFirst();
    }

    @Transactional(readOnly = true)
    Slice<ConversationView> of(Slice<Conversation> slice) {
        return new Slice<>(of(slice.items()), slice.next());
    }

    private List<ConversationView> of(List<Conversation> conversations) {
        var around =
                new Surroundings(
                        contacts.find(ids(conversations, Conversation::contactId)),
                        users.names(ids(conversations, Conversation::assigneeId)),
                        departments.names(ids(conversations, Conversation::departmentId)),
                        endings.dispositions(ids(conversations, Conversation::dispositionId)),
                        threads.find(ids(conversations, Conversation::lastMessageId)));
        return conversations.stream().map(it -> view(it, around)).toList();
    }

    private static Collection<UUID> ids(
            List<Conversation> conversations, Function<Conversation, @Nullable UUID> id) {
        return conversations.stream().map(id).filter(Objects::nonNull).distinct().toList();
    }

    private static ConversationView view(Conversation it, Surroundings around) {
        var contact = requireNonNull(around.contacts().get(it.contactId()));
        return new ConversationView(
                it.id(),
                new ContactView(
                        contact.id(), contact.name(), phone(contact.phone()), contact.language()),
                it.channelId(),
                it.status(),
                it.handler(),
                named(it.departmentId(), around.departments()),
                named(it.assigneeId(), around.users()),
                it.unread(),
                it.lastMessageAt(),
                it.serviceWindowClosesAt(),
                it.openedAt(),
                it.waitingSince(),
                it.labels(),
                it.status() == Conversation.Status.SNOOZED ? it.snoozedUntil() : null,
                named(it.dispositionId(), around.dispositions()),
                last(
                        it.lastMessageId() == null
                                ? null
                                : around.messages().get(it.lastMessageId())));
    }

    private static @Nullable String phone(@Nullable String digits) {
        return digits == null ? null : "+" + digits;
    }

    private static @Nullable Named named(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : new Named(id, names.getOrDefault(id, ""));
    }

    private static @Nullable LastMessage last(@Nullable Message message) {
        return message == null
                ? null
                : new LastMessage(
                        message.direction(),
                        message.author().kind(),
                        ContentView.type(message.content()),
                        ContentView.preview(message.content()),
                        message.status());
    }
}
