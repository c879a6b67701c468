package io.moked.conversation;

import io.moked.channel.ChannelId;
import io.moked.channel.OutboundMessage;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.OutboxClaims.Claimed;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a claimed message ready to go, at the last moment. */
@Component
class Departures {

    private final OutboxStore outbox;
    private final MessageStore messages;
    private final ConversationStore conversations;
    private final Contacts contacts;
    private final Clock clock;

    Departures(
            OutboxStore outbox,
            MessageStore messages,
            ConversationStore conversations,
            Contacts contacts,
            Clock clock) {
        this.outbox = outbox;
        this.messages = messages;
        this.conversations = conversations;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** A message as the network needs it, and whether the network would take it now. */
    record Ready(OutboundMessage message, boolean windowOpen) {}

    /** Empty where the claim no longer stands: then somebody else answers for the message. */
    @Transactional(readOnly = true)
    Optional<Ready> prepare(Claimed claim) {
        return outbox.isHeld(claim) ? Optional.of(ready(claim.message())) : Optional.empty();
    }

    @Transactional(readOnly = true)
    boolean isHeld(Claimed claim) {
        return outbox.isHeld(claim);
    }

    private Ready ready(UUID id) {
        var message = messages.find(id).orElseThrow();
        var conversation =
                conversations.find(new ConversationId(message.conversationId())).orElseThrow();
        var recipient = contacts.recipient(new ContactId(conversation.contactId()));
        var channel = new ChannelId(conversation.channelId());
        return new Ready(
                new OutboundMessage(id, channel, recipient, message.content(), quotes(message)),
                conversation.mayWriteAt(clock.instant()));
    }

    private static @Nullable String quotes(Message message) {
        return message.context() == null ? null : message.context().quotes();
    }
}
