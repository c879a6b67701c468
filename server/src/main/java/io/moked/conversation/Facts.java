package io.moked.conversation;

import io.moked.journal.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts this room tells the journal. */
final class Facts {

    private Facts() {}

    static Fact received(UUID conversation, UUID message) {
        return Fact.of("conversation.message-received", conversation).with("messageId", message);
    }

    static Fact replyQueued(UUID conversation, UUID message) {
        return Fact.of("conversation.reply-queued", conversation).with("messageId", message);
    }

    /**
     * How far a message has come.
     *
     * @param code why no further, if it failed
     */
    static Fact status(
            UUID conversation, UUID message, Message.Status status, @Nullable String code) {
        return Fact.of("conversation.message-status", conversation)
                .with("messageId", message)
                .with("status", status)
                .withCode("code", code);
    }

    static Fact of(String what, UUID conversation) {
        return Fact.of("conversation." + what, conversation);
    }
}
