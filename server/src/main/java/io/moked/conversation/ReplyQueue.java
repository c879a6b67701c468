package io.moked.conversation;

import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Context;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.MessageStore.SharedFile;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.sending.Outbox;
import io.moked.sending.Parcel;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a message of ours and puts it into the outbox, in one transaction. */
@Component
public class ReplyQueue {

    private final ConversationStore store;
    private final MessageStore messages;
    private final Outbox outbox;
    private final Attention attention;
    private final Journal journal;
    private final Contacts contacts;
    private final Ids ids;
    private final Clock clock;

    ReplyQueue(
            ConversationStore store,
            MessageStore messages,
            Outbox outbox,
            Attention attention,
            Journal journal,
            Contacts contacts,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.outbox = outbox;
        this.attention = attention;
        this.journal = journal;
        this.contacts = contacts;
        this.ids = ids;
        this.clock = clock;
    }

    /** The conversation is locked, and may be answered. */
    Message add(
            Conversation conversation,
            @Nullable UUID clientId,
            Content content,
            @Nullable Context context,
            Message.Author author) {
        checkReaches(conversation, content);
        var message = queue(conversation, clientId, content, context, author);
        tell(conversation, message);
        return message;
    }

    /**
     * The business says something by itself, as far as it may write: nobody has asked for it, and
     * nobody has read anything because of it.
     *
     * @param conversation locked
     * @return whether it waits to be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean sayByItself(Conversation conversation, String text) {
        if (!conversation.mayWriteAt(clock.instant())) {
            return false;
        }
        var itself = new Message.Author(Message.Author.Kind.SYSTEM, null);
        var message = queue(conversation, null, new Content.Text(text), null, itself);
        store.lastWord(new ConversationId(conversation.id()), message.id(), message.at(), false);
        journal.append(ThreadEvents.replyQueued(conversation.id(), message.id()));
        return true;
    }

    private Message queue(
            Conversation conversation,
            @Nullable UUID clientId,
            Content content,
            @Nullable Context context,
            Message.Author author) {
        var message =
                new Message(
                        ids.next(),
                        conversation.id(),
                        Message.Direction.OUTBOUND,
                        author,
                        content,
                        context,
                        Message.Status.QUEUED,
                        null,
                        null,
                        clientId,
                        null,
                        null,
                        Message.Since.NOTHING,
                        null,
                        clock.instant());
        if (!messages.addReply(message, conversation.channelId())) {
            throw new IllegalStateException("The conversation is locked, so nobody else can reply");
        }
        messages.share(SharedFile.of(conversation.id(), content).toList());
        outbox.add(
                List.of(
                        new Parcel(
                                message.id(),
                                new ChannelId(conversation.channelId()),
                                conversation.contactId(),
                                Parcel.Urgency.PROMPT)));
        return message;
    }

    private void checkReaches(Conversation conversation, Content content) {
        if (content instanceof Content.Template template
                && template.isSignInCode()
                && contacts.recipient(
                                        new ContactId(conversation.contactId()),
                                        new ChannelId(conversation.channelId()))
                                .phone()
                        == null) {
            throw new Refusals.ContactPhoneUnknown();
        }
    }

    /** Whoever answers has read what came before; a mere sign is not the last word. */
    private void tell(Conversation conversation, Message message) {
        var id = new ConversationId(conversation.id());
        if (Signs.about(message) == null) {
            store.lastWord(id, message.id(), message.at(), true);
        } else {
            store.markRead(id);
        }
        if (conversation.unread() > 0) {
            attention.read(conversation);
        }
        journal.append(
                ThreadEvents.replyQueued(conversation.id(), message.id())
                        .by(message.author().id())
                        .withCode("sign", Signs.about(message) == null ? null : "yes"));
    }
}
