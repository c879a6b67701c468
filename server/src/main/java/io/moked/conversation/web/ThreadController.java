package io.moked.conversation.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Notes;
import io.moked.conversation.Replies;
import io.moked.conversation.Threads;
import io.moked.conversation.web.ThreadViews.ItemView;
import io.moked.conversation.web.ThreadViews.NoteView;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said in a conversation. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class ThreadController {

    private final Conversations conversations;
    private final Threads threads;
    private final Replies replies;
    private final Notes notes;
    private final ContentReader content;
    private final ThreadViews views;

    ThreadController(
            Conversations conversations,
            Threads threads,
            Replies replies,
            Notes notes,
            ContentReader content,
            ThreadViews views) {
        this.conversations = conversations;
        this.threads = threads;
        this.replies = replies;
        this.notes = notes;
        this.content = content;
        this.views = views;
    }

    /**
     * A reply.
     *
     * @param replyTo the message it answers expressly, shown above it, or reacts to
     */
    record NewReply(
            @NotNull UUID clientId, @Valid @NotNull NewContent content, @Nullable UUID replyTo) {}

    record NewNote(@NotNull UUID clientId, @NotNull String body) {}

    /** Messages, newest first. */
    @GetMapping("/messages")
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<MessageView> messages(
            SignedIn caller,
            @PathVariable UUID id,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var conversation = conversations.find(new ConversationId(id), caller);
        var slice = threads.messages(new ConversationId(id), Page.of(cursor, limit));
        return new Slice<>(views.messages(conversation, slice.items()), slice.next());
    }

    /**
     * Part of a thread.
     *
     * @param next the cursor of what is older
     * @param newer what {@code after} takes for what is newer; none where this reaches the present
     */
    record TimelineView(List<ItemView> items, @Nullable String next, @Nullable String newer) {}

    /**
     * Messages, notes and events in one line of time, newest first.
     *
     * @param around the id of a message or note to begin at: with it comes what stands before and
     *     after it
     * @param after a {@code newer} of an earlier answer: what follows there
     */
    @GetMapping("/timeline")
    @Requires(Permission.READ_CONVERSATIONS)
    TimelineView timeline(
            SignedIn caller,
            @PathVariable UUID id,
            @RequestParam @Nullable UUID around,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var conversation = conversations.find(new ConversationId(id), caller);
        var page = Page.of(after == null ? cursor : after, limit);
        var stretch = stretch(new ConversationId(id), page, around, after != null);
        return new TimelineView(
                views.items(conversation, stretch.items()), stretch.next(), stretch.newer());
    }

    private Threads.Stretch stretch(
            ConversationId id, Page page, @Nullable UUID around, boolean isAfter) {
        if (around != null) {
            return threads.timelineAround(id, around, page.limit());
        }
        return isAfter ? threads.timelineAfter(id, page) : threads.timeline(id, page);
    }

    /**
     * Queues a reply: 201, or 200 with the same message for a {@code clientId} seen before; 409
     * {@code client-id-used} where that was another text. 409 {@code marketing-stopped} for a
     * template that advertises something to somebody who wants nothing such. 409 {@code
     * service-window-closed}, {@code conversation-resolved}, or {@code already-assigned} where it
     * is another agent's, or {@code too-old-to-react}; 400 {@code text-too-long} with the {@code
     * limit}, or {@code invalid-request}, each with the {@code errors} by field. A template may be
     * sent after the service window, too; 409 {@code template-not-sendable} with its {@code status}
     * where WhatsApp does not take it at the moment.
     */
    @PostMapping("/replies")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ResponseEntity<MessageView> reply(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody NewReply wanted) {
        var queued =
                replies.reply(
                        new ConversationId(id),
                        wanted.clientId(),
                        new Replies.Said(
                                channel -> content.read(wanted.content(), channel, caller),
                                wanted.replyTo()),
                        caller);
        var conversation = conversations.find(new ConversationId(id), caller);
        return answer(queued.isNew(), views.message(conversation, queued.message()));
    }

    /**
     * Sends a failed or unconfirmed message once more, as a new one. 409 {@code nothing-to-retry},
     * {@code marketing-stopped}, or {@code still-in-doubt} with {@code until}: an unconfirmed one
     * may have arrived.
     */
    @PostMapping("/messages/{messageId}/retries")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    MessageView retry(SignedIn caller, @PathVariable UUID id, @PathVariable UUID messageId) {
        var again = replies.retry(new ConversationId(id), messageId, caller);
        return views.message(conversations.find(new ConversationId(id), caller), again);
    }

    /** Leaves a remark for colleagues: 201, or 200 for a {@code clientId} seen before. */
    @PostMapping("/notes")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ResponseEntity<NoteView> note(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody NewNote wanted) {
        var body = wanted.body().strip();
        if (body.isEmpty()) {
            throw new Invalid("body", "missing");
        }
        TextTooLong.check("body", body, Limit.NOTE_CHARACTERS);
        var written = notes.write(new ConversationId(id), wanted.clientId(), body, caller);
        return answer(written.isNew(), views.note(written.note()));
    }

    private static <T> ResponseEntity<T> answer(boolean isNew, T body) {
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(body);
    }
}
