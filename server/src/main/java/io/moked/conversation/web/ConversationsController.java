package io.moked.conversation.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.conversation.Attention;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Inbox;
import io.moked.conversation.web.ConversationViews.ConversationView;
import io.moked.kernel.Invalid;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conversations: finding them and reading them. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationsController {

    private static final Set<String> STATUSES = Set.of("open", "snoozed", "resolved");
    private static final Set<String> HANDLERS = Set.of("nobody", "bot", "queue", "agent");

    private final Inbox inbox;
    private final Conversations conversations;
    private final Attention attention;
    private final ConversationViews views;

    ConversationsController(
            Inbox inbox,
            Conversations conversations,
            Attention attention,
            ConversationViews views) {
        this.attention = attention;
        this.inbox = inbox;
        this.conversations = conversations;
        this.views = views;
    }

    record Counts(Inbox.Count mine, Inbox.Count queue, Inbox.Count open, Inbox.Count snoozed) {}

    /**
     * Conversations that match every given filter, newest activity first.
     *
     * @param assignee a user's id, {@code me}, or {@code none}
     * @param contact the id of one; those merged into it count as well
     * @param q words of the contact's name, or digits of their phone
     */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<ConversationView> list(
            SignedIn caller,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String handler,
            @RequestParam @Nullable UUID department,
            @RequestParam @Nullable String assignee,
            @RequestParam @Nullable UUID channel,
            @RequestParam @Nullable String label,
            @RequestParam @Nullable UUID contact,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var filter =
                new Inbox.Filter(
                        oneOf(STATUSES, "status", status),
                        oneOf(HANDLERS, "handler", handler),
                        department,
                        assigneeOf(caller, assignee),
                        "none".equals(assignee),
                        channel,
                        label,
                        contact,
                        q);
        return views.of(inbox.list(filter, caller, Page.of(cursor, limit)));
    }

    private static @Nullable String oneOf(Set<String> words, String field, @Nullable String word) {
        if (word != null && !words.contains(word)) {
            throw new Invalid(field, "unknown-value");
        }
        return word;
    }

    private static @Nullable UUID assigneeOf(SignedIn caller, @Nullable String assignee) {
        if (assignee == null || assignee.equals("none")) {
            return null;
        }
        if (assignee.equals("me")) {
            return caller.user().value();
        }
        try {
            return UUID.fromString(assignee);
        } catch (IllegalArgumentException malformed) {
            throw new Invalid("assignee", "unknown-value");
        }
    }

    /** How many conversations stand in each view of the console, counted up to 99. */
    @GetMapping("/counts")
    @Requires(Permission.READ_CONVERSATIONS)
    Counts counts(SignedIn caller) {
        return new Counts(
                inbox.assignedTo(caller.user().value()),
                inbox.waiting(caller),
                inbox.open(caller),
                inbox.snoozed(caller));
    }

    /** One conversation. */
    @GetMapping("/{id}")
    @Requires(Permission.READ_CONVERSATIONS)
    ConversationView show(SignedIn caller, @PathVariable UUID id) {
        return views.of(conversations.find(new ConversationId(id), caller));
    }

    /**
     * Notes that everything in it has been read; unless the business does not want it, the contact
     * sees that as well.
     */
    @PutMapping("/{id}/read-mark")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void markRead(SignedIn caller, @PathVariable UUID id) {
        conversations.markRead(new ConversationId(id), caller);
    }

    /**
     * Lets the contact see for 25 seconds that somebody writes, where the business wants that and
     * the service window is open. To be repeated while it is so; what comes within 20 seconds is
     * not passed on.
     */
    @PutMapping("/{id}/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void typing(SignedIn caller, @PathVariable UUID id) {
        attention.writing(new ConversationId(id), caller);
    }
}
