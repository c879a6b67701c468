package io.moked.conversation;

import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.OutboundMessage;
import io.moked.channel.Templates;
import io.moked.contact.Consents;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.sending.Departure;
import io.moked.sending.OutgoingMessages;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes messages ready at the moment they leave, and writes down how their sending ended. */
@Component
class Departures implements OutgoingMessages {

    private final MessageStore messages;
    private final ConversationStore conversations;
    private final Contacts contacts;
    private final Templates templates;
    private final Receipts receipts;
    private final Consents consents;
    private final Clock clock;

    Departures(
            MessageStore messages,
            ConversationStore conversations,
            Contacts contacts,
            Templates templates,
            Receipts receipts,
            Consents consents,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.contacts = contacts;
        this.templates = templates;
        this.receipts = receipts;
        this.consents = consents;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    public Departure prepare(UUID id) {
        var message = messages.find(id).orElseThrow();
        var conversation =
                conversations.find(new ConversationId(message.conversationId())).orElseThrow();
        var obstacle = obstacle(conversation, message.content());
        if (obstacle.isPresent()) {
            return new Departure.Never(obstacle.get());
        }
        var channel = new ChannelId(conversation.channelId());
        var recipient = contacts.recipient(new ContactId(conversation.contactId()), channel);
        return new Departure.Go(
                new OutboundMessage(id, channel, recipient, message.content(), quotes(message)));
    }

    /** Templates go at any time, as long as the network takes them. */
    private Optional<String> obstacle(Conversation conversation, Content content) {
        if (content instanceof Content.Template template) {
            return isUnwanted(conversation, content)
                    ? Optional.of("opted-out")
                    : templates.obstacle(template.id());
        }
        return conversation.mayWriteAt(clock.instant())
                ? Optional.empty()
                : Optional.of("service-window-closed");
    }

    /** Whether it advertises something to somebody who has said that they want nothing such. */
    boolean isUnwanted(Conversation conversation, Content content) {
        return content instanceof Content.Template template
                && templates.isMarketing(template.id())
                && consents.mayReceiveMarketing(Set.of(conversation.contactId())).isEmpty();
    }

    private static @Nullable String quotes(Message message) {
        return message.context() == null ? null : message.context().quotes();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> externalId(UUID message) {
        return messages.externalId(message);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void putOff(UUID message) {
        messages.find(message).ifPresent(receipts::putOff);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void sent(UUID message, String externalId) {
        conclude(message, Message.Status.SENT, "", "");
        receipts.nameKnown(message, externalId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(UUID message, String code, String reason) {
        conclude(message, Message.Status.FAILED, code, reason);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean unconfirmed(UUID message) {
        return conclude(message, Message.Status.UNCONFIRMED, "", "");
    }

    private boolean conclude(UUID message, Message.Status status, String code, String reason) {
        return receipts.conclude(message, status, code, reason, clock.instant());
    }
}
