package io.moked.conversation.web;

import io.moked.conversation.Message;
import io.moked.conversation.web.ThreadViews.AuthorView;
import io.moked.conversation.web.ThreadViews.FailureView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message.
 *
 * @param reaction the sign that the contact put under it
 * @param ownReaction the sign of ours under it
 * @param editedAt when the contact last changed it; {@code content} is what it says since
 * @param delay where the network did not take it yet
 * @param resendableFrom when a person may send again what is unconfirmed
 * @param revokedAt when the contact took it back; {@code content} says nothing any more
 * @param price how WhatsApp charges for it, once it has said so
 */
record MessageView(
        UUID id,
        UUID conversationId,
        Message.Direction direction,
        AuthorView author,
        ContentView content,
        @Nullable ContextView context,
        @Nullable String reaction,
        @Nullable OwnReaction ownReaction,
        @Nullable Instant editedAt,
        @Nullable Instant revokedAt,
        Message.Status status,
        @Nullable FailureView failure,
        Message.@Nullable Delay delay,
        @Nullable UUID clientId,
        @Nullable UUID retriedBy,
        @Nullable Instant resendableFrom,
        @Nullable MessagePrice price,
        Instant at) {

    /**
     * The sign of ours that stands under a message.
     *
     * @param emoji none where it was taken away
     * @param failure why the latest was not sent; then the one before it stands
     */
    record OwnReaction(@Nullable String emoji, @Nullable FailureView failure) {}
}
