package io.moked.conversation;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static io.moked.access.Permission.ASSIGN_CONVERSATIONS;
import static io.moked.access.Permission.MANAGE_DEPARTMENTS;
import static io.moked.access.Permission.READ_CONVERSATIONS;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.conversation.Conversation.Place;
import io.moked.conversation.Conversation.Workload;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people and rules do with conversations: who answers, until when, under which labels. */
@Component
public class Conversations {

    private final ConversationStore store;
    private final Users users;
    private final Attention attention;
    private final Moves moves;
    private final Workload workload;
    private final ThreadEvents events;
    private final Journal journal;

    Conversations(
            ConversationStore store,
            Users users,
            Attention attention,
            Moves moves,
            Workload workload,
            ThreadEvents events,
            Journal journal) {
        this.store = store;
        this.users = users;
        this.attention = attention;
        this.moves = moves;
        this.workload = workload;
        this.events = events;
        this.journal = journal;
    }

    @Transactional(readOnly = true)
    public Conversation find(ConversationId id, SignedIn caller) {
        return store.find(id)
                .filter(it -> it.isWithin(caller, READ_CONVERSATIONS))
                .orElseThrow(NotFound::new);
    }

    /** Those of them that the reader may see, by their ids. */
    @Transactional(readOnly = true)
    public Map<UUID, Conversation> find(Collection<UUID> conversations, SignedIn reader) {
        return store.find(conversations).stream()
                .filter(it -> it.isWithin(reader, READ_CONVERSATIONS))
                .collect(Collectors.toMap(Conversation::id, it -> it));
    }

    /** Where conversations stand, by their ids. */
    @Transactional(readOnly = true)
    public Map<UUID, Place> places(Collection<UUID> conversations) {
        return conversations.isEmpty() ? Map.of() : store.places(conversations);
    }

    /** With whom these conversations are. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> contacts(Collection<UUID> conversations) {
        return conversations.isEmpty() ? Map.of() : store.contacts(conversations);
    }

    /**
     * Gives a conversation to an agent; only who manages departments gives somebody else more than
     * they can hold.
     *
     * @param expected who the caller believes has it; if that is no longer so, nothing changes
     */
    @Transactional
    public Conversation assign(
            ConversationId id, UserId assignee, @Nullable UUID expected, SignedIn by) {
        boolean isBeyond = !assignee.equals(by.user()) && by.may(MANAGE_DEPARTMENTS);
        var hand = isBeyond ? Workload.Hand.ANOTHERS : Workload.Hand.OWN;
        var conversation = unresolved(id, by, ASSIGN_CONVERSATIONS);
        return assign(conversation, assignee, expected, hand, by.user());
    }

    /** Gives an agent what nobody has, because they answer it. */
    Conversation take(Conversation conversation, SignedIn agent) {
        return assign(conversation, agent.user(), null, Workload.Hand.OWN, agent.user());
    }

    private Conversation assign(
            Conversation conversation,
            UserId assignee,
            @Nullable UUID expected,
            Workload.Hand hand,
            UserId by) {
        if (assignee.value().equals(conversation.assigneeId())) {
            return conversation;
        }
        if (!Objects.equals(conversation.assigneeId(), expected)) {
            throw taken(conversation);
        }
        var user = users.find(assignee).filter(User::isActive).orElseThrow(NotFound::new);
        if (!user.permissions().include(ANSWER_CONVERSATIONS)) {
            throw new Refusals.AssigneeCannotAnswer();
        }
        moves.toAgent(List.of(conversation), assignee, hand, by);
        return there(new ConversationId(conversation.id()));
    }

    /** So many of them that wait, in this order, and that nobody else works on at this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Workload.Work> lockWaiting(List<UUID> conversations, int most) {
        return store.lockWaiting(conversations, most);
    }

    /** This one if it still waits, once nobody else works on it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Workload.Work> awaitWaiting(UUID conversation) {
        return store.lock(new ConversationId(conversation))
                .filter(it -> it.handler() == Conversation.Handler.QUEUE)
                .filter(it -> it.status() == Conversation.Status.OPEN)
                .map(Conversation::work);
    }

    /**
     * Gives agents what waits and is locked. Who decides this keeps account of it, too.
     *
     * @param by who asked for it; null where nobody did
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void give(Map<UUID, UserId> waiting, @Nullable UserId by) {
        moves.give(waiting, by);
    }

    /** Puts a conversation back into its queue. */
    @Transactional
    public Conversation unassign(ConversationId id, SignedIn caller) {
        var conversation = unresolved(id, caller, ASSIGN_CONVERSATIONS);
        if (conversation.assigneeId() != null) {
            moves.back(List.of(conversation), caller.user());
        }
        return there(id);
    }

    @Transactional
    public void markRead(ConversationId id, SignedIn by) {
        var conversation = find(id, by);
        if (store.markRead(id)) {
            attention.read(conversation);
            journal.append(ThreadEvents.fact("read", id.value()).by(by.user().value()));
        }
    }

    @Transactional
    public Conversation label(ConversationId id, List<String> labels, SignedIn by) {
        label(lock(id, by, ANSWER_CONVERSATIONS), labels, by.user());
        return there(id);
    }

    /**
     * The same of one that is locked.
     *
     * @param by null where no user does
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void label(Conversation locked, List<String> labels, @Nullable UserId by) {
        if (!locked.labels().equals(labels)) {
            var id = new ConversationId(locked.id());
            store.label(id, labels);
            moves.tell("labeled", id, by);
        }
    }

    /**
     * A rule has done something with it.
     *
     * @param undone a word for why some of what the rule says could not be done; null where all was
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ruled(ConversationId id, UUID rule, @Nullable String undone) {
        events.note(undone == null ? "ruled" : "ruled-partly", List.of(id.value()), null, rule);
        journal.append(ThreadEvents.fact("ruled", id.value()).withCode("undone", undone));
    }

    /** It changes for nobody else until this transaction is over; no user asks for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Conversation> lock(ConversationId id) {
        return store.lock(id);
    }

    /** The same of one that has not ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Conversation unresolved(ConversationId id, SignedIn by, Permission permission) {
        var conversation = lock(id, by, permission);
        if (conversation.status() == Conversation.Status.RESOLVED) {
            throw new Refusals.ConversationResolved();
        }
        return conversation;
    }

    /** It changes for nobody else until this transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Conversation lock(ConversationId id, SignedIn by, Permission permission) {
        return store.lock(id).filter(it -> it.isWithin(by, permission)).orElseThrow(NotFound::new);
    }

    /** One that is open; it changes for nobody else until this transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Conversation> lockOpen(UUID id) {
        return store.lock(new ConversationId(id))
                .filter(it -> it.status() == Conversation.Status.OPEN);
    }

    /** Whoever has kept the room of what has ended keeps it no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(Collection<UUID> conversations) {
        workload.ends(
                store.lock(conversations).stream()
                        .filter(it -> it.status() == Conversation.Status.RESOLVED)
                        .map(Conversation::id)
                        .toList());
    }

    private Conversation there(ConversationId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    private Refusals.AlreadyAssigned taken(Conversation conversation) {
        var assignee = conversation.assigneeId();
        return assignee == null
                ? new Refusals.AlreadyAssigned()
                : new Refusals.AlreadyAssigned(
                        assignee, users.names(List.of(assignee)).getOrDefault(assignee, ""));
    }
}
