package io.moked.conversation.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Ends;
import io.moked.conversation.web.ConversationViews.ConversationView;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who handles a conversation, whether it is over, and its labels. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class HandlingController {

    private final Conversations conversations;
    private final Ends ends;
    private final ConversationViews views;

    HandlingController(Conversations conversations, Ends ends, ConversationViews views) {
        this.ends = ends;
        this.conversations = conversations;
        this.views = views;
    }

    record Assignment(@NotNull UUID assigneeId, @Nullable UUID expected) {}

    record Labels(@NotNull List<@NotNull String> labels) {}

    /**
     * Gives the conversation to a user. {@code expected} says who has it as far as the caller knows
     * (null for nobody); if a colleague was quicker: 409 {@code already-assigned} with the {@code
     * assignee}.
     */
    @PutMapping("/assignment")
    @Requires(Permission.ASSIGN_CONVERSATIONS)
    ConversationView assign(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody Assignment wanted) {
        return views.of(
                conversations.assign(
                        new ConversationId(id),
                        new UserId(wanted.assigneeId()),
                        wanted.expected(),
                        caller));
    }

    /** Puts the conversation back into its queue. */
    @DeleteMapping("/assignment")
    @Requires(Permission.ASSIGN_CONVERSATIONS)
    ConversationView unassign(SignedIn caller, @PathVariable UUID id) {
        return views.of(conversations.unassign(new ConversationId(id), caller));
    }

    /**
     * The end of a conversation.
     *
     * @param dispositionId why it ends
     */
    record Resolution(@Nullable UUID dispositionId) {}

    /**
     * Until when it is set aside.
     *
     * @param until null for until they answer
     */
    record Snooze(@Nullable Instant until) {}

    /**
     * Ends the conversation; one that has ended stays ended. 409 {@code disposition-required} where
     * its department wants to know why, and nothing is said.
     */
    @PostMapping("/resolution")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ConversationView resolve(
            SignedIn caller,
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Resolution wanted) {
        var disposition = wanted == null ? null : wanted.dispositionId();
        return views.of(ends.resolve(new ConversationId(id), disposition, caller));
    }

    /** Undoes the end. 409 {@code another-conversation-open} where the contact has begun anew. */
    @DeleteMapping("/resolution")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ConversationView reopen(SignedIn caller, @PathVariable UUID id) {
        return views.of(ends.reopen(new ConversationId(id), caller));
    }

    /**
     * Sets the conversation aside until a time or until the contact writes, whichever comes first.
     * Nobody holds it meanwhile.
     */
    @PutMapping("/snooze")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ConversationView snooze(SignedIn caller, @PathVariable UUID id, @RequestBody Snooze wanted) {
        return views.of(ends.snooze(new ConversationId(id), wanted.until(), caller));
    }

    /** Goes on with it now. */
    @DeleteMapping("/snooze")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ConversationView wake(SignedIn caller, @PathVariable UUID id) {
        return views.of(ends.wake(new ConversationId(id), caller));
    }

    /** Replaces the labels of the conversation. */
    @PutMapping("/labels")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ConversationView label(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody Labels wanted) {
        var labels = wanted.labels().stream().map(String::strip).distinct().sorted().toList();
        if (labels.size() > Limit.LABELS.value()
                || labels.stream().anyMatch(HandlingController::tooLong)) {
            throw new Invalid("labels", "out-of-range");
        }
        return views.of(conversations.label(new ConversationId(id), labels, caller));
    }

    private static boolean tooLong(String label) {
        return label.isEmpty() || label.length() > Limit.LABEL_CHARACTERS.value();
    }
}
