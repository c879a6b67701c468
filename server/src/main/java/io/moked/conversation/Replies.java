package io.moked.conversation;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Context;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What agents answer: each reply is queued in the transaction that keeps it. */
@Component
public class Replies {

    private final Conversations conversations;
    private final ConversationStore store;
    private final MessageStore messages;
    private final Signs signs;
    private final ReplyQueue queue;
    private final Departures departures;
    private final Clock clock;
    private final Duration doubt;

    Replies(
            Conversations conversations,
            ConversationStore store,
            MessageStore messages,
            Signs signs,
            ReplyQueue queue,
            Departures departures,
            Clock clock,
            @Value("${moked.sending.doubt}") Duration doubt) {
        this.doubt = doubt;
        this.conversations = conversations;
        this.store = store;
        this.messages = messages;
        this.signs = signs;
        this.queue = queue;
        this.departures = departures;
        this.clock = clock;
    }

    /** A message on its way, and whether this very call put it there. */
    public record Queued(Message message, boolean isNew) {}

    /**
     * What is to be said.
     *
     * @param content by the channel that it is said on; asked for where it was not said before, or
     *     only in words
     * @param replyTo the message of the conversation that it answers expressly, or reacts to
     */
    public record Said(Function<ChannelId, Content> content, @Nullable UUID replyTo) {}

    /**
     * Queues an agent's reply. The same client id again gives the same message; an agent who
     * answers a waiting conversation takes it. What somebody may not read, they do not answer.
     */
    @Transactional
    public Queued reply(ConversationId id, UUID clientId, Said said, SignedIn by) {
        var conversation = locked(id, by);
        var before = messages.ofClient(id, clientId);
        if (before.isPresent()) {
            return again(before.get(), conversation, said);
        }
        var content = said.content().apply(new ChannelId(conversation.channelId()));
        checkMayAnswer(conversation, content, by);
        var target = signs.target(id, content, said.replyTo());
        var context = target == null ? null : Context.quoting(target);
        var author = Message.Author.agent(by.user());
        return new Queued(queue.add(conversation, clientId, content, context, author), true);
    }

    /** Two different texts under one id are a mistake of the caller, who would lose the second. */
    private static Queued again(Message before, Conversation conversation, Said said) {
        if (before.content() instanceof Content.Text words
                && !words.equals(said.content().apply(new ChannelId(conversation.channelId())))) {
            throw new Refusals.ClientIdUsed();
        }
        return new Queued(before, false);
    }

    /**
     * Sends again what failed or was never confirmed: as a message of its own, by a person only.
     */
    @Transactional
    public Message retry(ConversationId id, UUID failed, SignedIn by) {
        var conversation = locked(id, by);
        var message =
                messages.find(failed)
                        .filter(it -> it.conversationId().equals(id.value()))
                        .orElseThrow(NotFound::new);
        if (message.author().kind().isElsewhere()) {
            throw new Refusals.NothingToRetry();
        }
        checkMayAnswer(conversation, message.content(), by);
        var from = mayBeSentAgainFrom(message);
        if (from != null && from.isAfter(clock.instant())) {
            throw new Refusals.StillInDoubt(from);
        }
        var author = Message.Author.agent(by.user());
        var again = queue.add(conversation, null, message.content(), message.context(), author);
        if (!messages.markRetried(message.id(), again.id())) {
            throw new Refusals.NothingToRetry();
        }
        return again;
    }

    /** Until then a receipt may still tell that it arrived; null where nothing is in doubt. */
    public @Nullable Instant mayBeSentAgainFrom(Message message) {
        return message.status() == Message.Status.UNCONFIRMED && message.unconfirmedAt() != null
                ? message.unconfirmedAt().plus(doubt)
                : null;
    }

    private Conversation locked(ConversationId id, SignedIn by) {
        return store.lock(id)
                .filter(it -> it.isWithin(by, Permission.READ_CONVERSATIONS))
                .filter(it -> it.isWithin(by, Permission.ANSWER_CONVERSATIONS))
                .orElseThrow(NotFound::new);
    }

    /**
     * An agent who answers a waiting conversation takes it; a colleague's is not theirs to answer.
     */
    private void checkMayAnswer(Conversation conversation, Content content, SignedIn by) {
        checkOpen(conversation, content);
        if (!by.user().value().equals(conversation.assigneeId())
                && !conversation.isWithin(by, Permission.ANSWER_FOR_COLLEAGUES)) {
            conversations.take(conversation, by);
        }
    }

    private void checkOpen(Conversation conversation, Content content) {
        if (departures.isUnwanted(conversation, content)) {
            throw new Refusals.MarketingStopped();
        }
        if (conversation.status() == Conversation.Status.RESOLVED) {
            throw new Refusals.ConversationResolved();
        }
        boolean isAllowedAnyTime = content instanceof Content.Template;
        if (!isAllowedAnyTime && !conversation.mayWriteAt(clock.instant())) {
            throw new Refusals.ServiceWindowClosed();
        }
    }
}
