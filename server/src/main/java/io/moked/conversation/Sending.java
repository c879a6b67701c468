package io.moked.conversation;

import io.moked.channel.ChannelGateway;
import io.moked.channel.ChannelId;
import io.moked.channel.OutboundMessage;
import io.moked.channel.SendOutcome;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one claimed message to the network, outside of any transaction, and keeps what became of
 * it.
 */
@Component
class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final MessageStore messages;
    private final ConversationStore conversations;
    private final Contacts contacts;
    private final ChannelGateway gateway;
    private final Outcomes outcomes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sending(
            MessageStore messages,
            ConversationStore conversations,
            Contacts contacts,
            ChannelGateway gateway,
            Outcomes outcomes,
            TransactionTemplate transactions,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.contacts = contacts;
        this.gateway = gateway;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a message needs on its way, read at the last moment. */
    private record Ready(OutboundMessage message, boolean windowOpen) {}

    void send(OutboxClaims.Claimed claimed) {
        var ready = transactions.execute(tx -> prepare(claimed.message()));
        outcomes.keep(claimed, outcome(ready));
    }

    private Ready prepare(UUID id) {
        var message = messages.find(id).orElseThrow();
        var conversation =
                conversations.find(new ConversationId(message.conversationId())).orElseThrow();
        var recipient = contacts.recipient(new ContactId(conversation.contactId()));
        var outbound =
                new OutboundMessage(
                        id, new ChannelId(conversation.channelId()), recipient, message.content());
        return new Ready(outbound, conversation.mayWriteAt(clock.instant()));
    }

    private SendOutcome outcome(Ready ready) {
        if (!ready.windowOpen()) {
            return new SendOutcome.Refused("service-window-closed", "");
        }
        try {
            return gateway.send(ready.message());
        } catch (RuntimeException fault) {
            LOG.error("A send ended in a fault of our own", fault);
            return new SendOutcome.Unknown();
        }
    }
}
