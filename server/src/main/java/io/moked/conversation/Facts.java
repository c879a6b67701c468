package io.moked.conversation;

import io.moked.journal.Fact;
import java.util.UUID;

/** The facts this room tells the journal. */
final class Facts {

    private Facts() {}

    static Fact received(UUID conversation, UUID message) {
        return Fact.of("conversation.message-received", conversation).with("messageId", message);
    }

    static Fact replyQueued(UUID conversation, UUID message) {
        return Fact.of("conversation.reply-queued", conversation).with("messageId", message);
    }

    static Fact status(UUID conversation, UUID message, Message.Status status) {
        return Fact.of("conversation.message-status", conversation)
                .with("messageId", message)
                .with("status", status);
    }

    static Fact of(String what, UUID conversation) {
        return Fact.of("conversation." + what, conversation);
    }
}
