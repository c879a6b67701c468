package io.moked.routing;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static io.moked.access.Permission.MANAGE_DEPARTMENTS;

import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.conversation.Conversation;
import io.moked.conversation.Conversation.Workload.Hand;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.conversation.Moves;
import io.moked.conversation.Notes;
import io.moked.conversation.Owners;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Conversations that go elsewhere because somebody says so. Who may answer one may send it away,
 * also to where they see nothing.
 */
@Component
public class Transfers {

    private final Conversations conversations;
    private final Moves moves;
    private final Owners owners;
    private final Notes notes;
    private final DepartmentStore departments;
    private final Members members;
    private final Ids ids;

    Transfers(
            Conversations conversations,
            Moves moves,
            Owners owners,
            Notes notes,
            DepartmentStore departments,
            Members members,
            Ids ids) {
        this.conversations = conversations;
        this.moves = moves;
        this.owners = owners;
        this.notes = notes;
        this.departments = departments;
        this.members = members;
        this.ids = ids;
    }

    /**
     * Into the line of another department, at the place that its whole wait deserves.
     *
     * @param note what colleagues there should know; nothing where it is empty
     */
    @Transactional
    public void toDepartment(ConversationId id, UUID department, String note, SignedIn by) {
        var conversation = conversations.unresolved(id, by, ANSWER_CONVERSATIONS);
        mustBeKnown(department);
        if (department.equals(conversation.departmentId())) {
            throw new Refusals.AlreadyThere();
        }
        leave(note, conversation, by);
        moves.toDepartment(List.of(conversation), department, by.user());
    }

    void mustBeKnown(UUID department) {
        if (!departments.keep(department)) {
            throw new Invalid("departmentId", "unknown");
        }
    }

    /**
     * To a colleague at once.
     *
     * @param isBeyond whether they are to have it though they have no room for it
     */
    @Transactional
    public void toAgent(
            ConversationId id, UserId agent, String note, boolean isBeyond, SignedIn by) {
        if (isBeyond && !by.may(MANAGE_DEPARTMENTS)) {
            throw new Refusals.OnlyManagersGoBeyond();
        }
        var conversation = conversations.unresolved(id, by, ANSWER_CONVERSATIONS);
        mayHave(agent, conversation);
        leave(note, conversation, by);
        var hand = isBeyond ? Hand.ANOTHERS : Hand.OWN;
        moves.toAgent(List.of(conversation), agent, hand, by.user());
    }

    /** A conversation that is locked goes to where a rule says; where it is already, it stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void toDepartment(Conversation locked, UUID department) {
        mustBeKnown(department);
        if (!department.equals(locked.departmentId())) {
            moves.toDepartment(List.of(locked), department, null);
        }
    }

    /** The same to an agent, as far as they have room for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void toAgent(Conversation locked, UserId agent) {
        members.mustAnswer(agent, List.of(locked));
        if (!agent.value().equals(locked.assigneeId())) {
            moves.toAgent(List.of(locked), agent, Hand.OWN, null);
        }
    }

    /** Where everything of an agent goes: where neither is said, back into its own lines. */
    public record Destination(@Nullable UUID department, @Nullable UserId agent) {}

    /**
     * Everything that an agent has.
     *
     * @return how many
     */
    @Transactional
    public int all(UserId from, Destination to, SignedIn by) {
        members.mustBeThere(from);
        var theirs = owners.lockOf(from);
        if (to.department() != null) {
            mustBeKnown(to.department());
            moves.toDepartment(theirs, to.department(), by.user());
        } else if (to.agent() == null) {
            moves.back(theirs, by.user());
        } else {
            members.mustAnswer(to.agent(), theirs);
            if (to.agent().equals(from)) {
                throw new Refusals.AlreadyThere();
            }
            moves.toAgent(theirs, to.agent(), Hand.ANOTHERS, by.user());
        }
        return theirs.size();
    }

    private void mayHave(UserId agent, Conversation conversation) {
        members.mustAnswer(agent, List.of(conversation));
        if (agent.value().equals(conversation.assigneeId())) {
            throw new Refusals.AlreadyThere();
        }
    }

    private void leave(String note, Conversation conversation, SignedIn by) {
        if (!note.isEmpty()) {
            notes.write(new ConversationId(conversation.id()), ids.next(), note, by);
        }
    }
}
