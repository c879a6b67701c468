package io.moked.search.web;

import static java.util.Objects.requireNonNull;

import io.moked.access.Users;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.conversation.Conversation;
import io.moked.conversation.Message.By;
import io.moked.kernel.Slice;
import io.moked.search.Excerpt;
import io.moked.search.Searches.Hit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was found as the API tells it. */
@Component
class HitViews {

    private final Contacts contacts;
    private final Users users;

    HitViews(Contacts contacts, Users users) {
        this.contacts = contacts;
        this.users = users;
    }

    /** With whom the conversation is. */
    record FoundContact(
            UUID id, @Nullable String name, @Nullable String username, @Nullable String phone) {}

    /** The user who wrote it. */
    record FoundAuthor(UUID id, @Nullable String name) {}

    record FoundFile(UUID media, Excerpt name) {}

    /**
     * A message or note.
     *
     * @param status of its conversation
     * @param author none where it was no user
     * @param excerpt the part of its words around the first that was found
     */
    record HitView(
            UUID id,
            UUID conversationId,
            FoundContact contact,
            UUID channelId,
            Conversation.Status status,
            By by,
            @Nullable FoundAuthor author,
            Excerpt excerpt,
            List<FoundFile> files,
            Instant at) {}

    Slice<HitView> of(Slice<Hit> hits) {
        var people =
                contacts.find(
                        hits.items().stream().map(it -> it.conversation().contactId()).toList());
        var names =
                users.names(
                        hits.items().stream()
                                .map(it -> it.writing().author())
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return new Slice<>(
                hits.items().stream().map(it -> view(it, people, names)).toList(), hits.next());
    }

    private static HitView view(Hit it, Map<UUID, Contact> people, Map<UUID, String> names) {
        var contact = requireNonNull(people.get(it.conversation().contactId()));
        var author = it.writing().author();
        return new HitView(
                it.writing().id(),
                it.writing().conversation(),
                new FoundContact(contact.id(), contact.name(), contact.username(), contact.phone()),
                it.writing().channel(),
                it.conversation().status(),
                it.writing().by(),
                author == null ? null : new FoundAuthor(author, names.get(author)),
                it.excerpt(),
                it.files().stream().map(file -> new FoundFile(file.media(), file.name())).toList(),
                it.writing().at());
    }
}
