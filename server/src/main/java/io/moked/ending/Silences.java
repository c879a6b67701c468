package io.moked.ending;

import io.moked.access.UserId;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.conversation.Conversation;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Ends;
import io.moked.conversation.Message;
import io.moked.conversation.Moves;
import io.moked.conversation.ReplyQueue;
import io.moked.conversation.Threads;
import io.moked.ending.DepartmentEnding.Words;
import io.moked.ending.SilenceStore.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens after a silence: each look is one transaction that holds the conversation, so that
 * nothing of it happens twice, whichever server looks and wherever one stops.
 */
@Component
class Silences {

    private static final Set<Message.Author.Kind> ANSWERING =
            Set.of(
                    Message.Author.Kind.AGENT,
                    Message.Author.Kind.PHONE,
                    Message.Author.Kind.ASSISTANT);

    private final SilenceStore store;
    private final EndingRules rules;
    private final Conversations conversations;
    private final Ends ends;
    private final Moves moves;
    private final ReplyQueue texts;
    private final Threads threads;
    private final Contacts contacts;

    Silences(
            SilenceStore store,
            EndingRules rules,
            Conversations conversations,
            Ends ends,
            Moves moves,
            ReplyQueue texts,
            Threads threads,
            Contacts contacts) {
        this.store = store;
        this.rules = rules;
        this.conversations = conversations;
        this.ends = ends;
        this.moves = moves;
        this.texts = texts;
        this.threads = threads;
        this.contacts = contacts;
    }

    @Transactional(readOnly = true)
    List<UUID> due(Instant now, int most) {
        return store.due(now, most);
    }

    /** A fault keeps one from being looked at; it is tried again. */
    @Transactional
    void putOff(UUID conversation, Instant until) {
        store.putOff(conversation, until);
    }

    /** Looks at one that is due, and says when it is to be looked at again. */
    @Transactional
    void look(UUID id, Instant now) {
        var conversation = conversations.lockOpen(id).orElse(null);
        var silence = store.lockDue(id, now).orElse(null);
        if (silence == null) {
            return;
        }
        if (conversation == null || isBroken(silence, conversation)) {
            store.lookAgain(id, null, silence.nudgedAt());
            return;
        }
        var ending = rules.of(conversation.departmentId());
        if (silence.ofContact()) {
            ofContact(silence, conversation, ending, now);
        } else {
            ofAgent(silence, conversation, ending, now);
        }
    }

    /**
     * Something has just been said, or somebody else has it to see to, of which the journal is
     * still to tell.
     */
    private boolean isBroken(Silence silence, Conversation conversation) {
        if (silence.ofContact()) {
            if (conversation.handler() == Conversation.Handler.QUEUE) {
                return true;
            }
            var heard = conversation.lastInboundAt();
            return conversation.unread() > 0 || heard != null && heard.isAfter(silence.since());
        }
        var last = conversation.lastMessageId();
        var said = last == null ? null : threads.find(List.of(last)).get(last);
        return said != null
                && ANSWERING.contains(said.author().kind())
                && said.at().isAfter(silence.since());
    }

    private void ofContact(
            Silence silence, Conversation conversation, DepartmentEnding ending, Instant now) {
        var nudgedAt = silence.nudgedAt();
        var nudgeAfter = ending.nudgeAfter();
        if (nudgeAfter != null && nudgedAt == null) {
            var due = silence.since().plus(nudgeAfter);
            if (due.isAfter(now)) {
                store.lookAgain(conversation.id(), due, null);
                return;
            }
            nudge(conversation, ending);
            nudgedAt = now;
        }
        var end = end(silence.since(), nudgedAt, ending);
        if (end == null || end.isAfter(now)) {
            store.lookAgain(conversation.id(), end, nudgedAt);
            return;
        }
        say(conversation, ending.farewell());
        ends.endOfSilence(conversation);
        store.lookAgain(conversation.id(), null, nudgedAt);
    }

    /** However late the nudge was, the contact has as long as the department means to answer it. */
    private static @Nullable Instant end(
            Instant since, @Nullable Instant nudgedAt, DepartmentEnding ending) {
        var after = ending.resolveAfter();
        if (after == null) {
            return null;
        }
        var end = since.plus(after);
        var before = Objects.requireNonNullElse(ending.nudgeAfter(), Duration.ZERO);
        var earliest = nudgedAt == null ? end : nudgedAt.plus(after.minus(before));
        return end.isAfter(earliest) ? end : earliest;
    }

    private void nudge(Conversation conversation, DepartmentEnding ending) {
        boolean isSent = say(conversation, ending.nudge());
        moves.tell(
                isSent ? "nudged" : "nudge-not-sent", new ConversationId(conversation.id()), null);
    }

    private boolean say(Conversation conversation, Words words) {
        var contact = contacts.find(new ContactId(conversation.contactId()));
        var text = words.in(contact.language());
        return text != null && texts.sayByItself(conversation, text);
    }

    private void ofAgent(
            Silence silence, Conversation conversation, DepartmentEnding ending, Instant now) {
        var after = ending.returnAfter();
        var agent = conversation.assigneeId();
        if (after == null || agent == null) {
            store.lookAgain(conversation.id(), null, null);
            return;
        }
        var due = silence.since().plus(after);
        if (due.isAfter(now)) {
            store.lookAgain(conversation.id(), due, null);
            return;
        }
        moves.tellOf(
                new UserId(agent), "agent-silent", new ConversationId(conversation.id()), null);
        moves.back(List.of(conversation), null);
        store.lookAgain(conversation.id(), null, null);
    }
}
