package io.moked.conversation;

import io.moked.channel.ChannelId;
import io.moked.channel.OutboundMessage;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.journal.Journal;
import io.moked.sending.Departure;
import io.moked.sending.OutgoingMessages;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final Receipts receipts;
    private final ReceiptStore fates;
    private final OptOuts optOuts;
    private final Journal journal;
    private final Clock clock;

    Departures(
            MessageStore messages,
            ConversationStore conversations,
            Contacts contacts,
            Receipts receipts,
            ReceiptStore fates,
            OptOuts optOuts,
            Journal journal,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.contacts = contacts;
        this.receipts = receipts;
        this.fates = fates;
        this.optOuts = optOuts;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    public Departure prepare(UUID id) {
        var message = messages.find(id).orElseThrow();
        var conversation =
                conversations.find(new ConversationId(message.conversationId())).orElseThrow();
        if (!conversation.mayWriteAt(clock.instant())) {
            return new Departure.Never("service-window-closed");
        }
        var channel = new ChannelId(conversation.channelId());
        var recipient = contacts.recipient(new ContactId(conversation.contactId()), channel);
        return new Departure.Go(
                new OutboundMessage(id, channel, recipient, message.content(), quotes(message)));
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
    public void sent(UUID message, String externalId) {
        conclude(message, Message.Status.SENT, "", "");
        receipts.nameKnown(message, externalId);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(UUID message, String code, String reason) {
        conclude(message, Message.Status.FAILED, code, reason);
        if (OptOuts.isOne(code)) {
            var failed = messages.find(message).orElseThrow();
            optOuts.toldIn(List.of(failed.conversationId()), clock.instant());
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean unconfirmed(UUID message) {
        return conclude(message, Message.Status.UNCONFIRMED, "", "");
    }

    /** Where the network's receipts have told more already, that stands. */
    private boolean conclude(UUID message, Message.Status status, String code, String reason) {
        var conversation = fates.conclude(message, status, code, reason, clock.instant());
        conversation.ifPresent(it -> journal.append(Facts.status(it, message, status)));
        return conversation.isPresent();
    }
}
