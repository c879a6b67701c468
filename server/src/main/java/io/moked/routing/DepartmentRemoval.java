package io.moked.routing;

import io.moked.access.Roles;
import io.moked.access.SignedIn;
import io.moked.agent.Agents;
import io.moked.conversation.Conversation;
import io.moked.conversation.Moves;
import io.moked.conversation.Owners;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.routing.offer.Withdrawals;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Departments that are given up; what they had to do is somebody's at every moment. */
@Component
public class DepartmentRemoval {

    private final DepartmentStore departments;
    private final Members members;
    private final Moves moves;
    private final Owners owners;
    private final Roles roles;
    private final Agents agents;
    private final Withdrawals withdrawals;
    private final Journal journal;

    DepartmentRemoval(
            DepartmentStore departments,
            Members members,
            Moves moves,
            Owners owners,
            Roles roles,
            Agents agents,
            Withdrawals withdrawals,
            Journal journal) {
        this.departments = departments;
        this.members = members;
        this.moves = moves;
        this.owners = owners;
        this.roles = roles;
        this.agents = agents;
        this.withdrawals = withdrawals;
        this.journal = journal;
    }

    /**
     * Gives up a department. Whoever waits keeps their place; whoever is with an agent stays there,
     * as far as that one may answer in the other department.
     *
     * @param successor takes what waits, is open and has been; needed only where something waits or
     *     is open, else the standard one takes what has been
     */
    @Transactional
    public void remove(UUID department, @Nullable UUID successor, SignedIn by) {
        if (departments.lockAndTellWhetherStandard(department).orElseThrow(NotFound::new)) {
            throw new Refusals.DepartmentIsStandard();
        }
        if (successor != null && (successor.equals(department) || !departments.keep(successor))) {
            throw new Invalid("to", "unknown");
        }
        if (roles.areLimitedTo(department)) {
            throw new Refusals.DepartmentInRoles();
        }
        var heir = successor == null ? departments.standard().orElseThrow() : successor;
        var room = withdrawals.in(department);
        owners.bequeath(department, heir);
        var open = owners.lockIn(department);
        if (!open.isEmpty() && successor == null) {
            throw new Refusals.DepartmentHasWork(open.size());
        }
        giveTo(heir, open, by);
        agents.release(room);
        departments.remove(department, heir);
        journal.append(
                Fact.of("routing.department-removed", department)
                        .by(by.user().value())
                        .with("successorId", heir));
    }

    private void giveTo(UUID heir, List<Conversation> open, SignedIn by) {
        var stay =
                members.answering(
                        heir,
                        open.stream()
                                .map(Conversation::assigneeId)
                                .filter(Objects::nonNull)
                                .toList());
        var with = open.stream().filter(it -> stay.contains(it.assigneeId())).toList();
        var without = open.stream().filter(it -> !stay.contains(it.assigneeId())).toList();
        moves.rehome(with, heir, by.user());
        moves.toDepartment(without, heir, by.user());
    }
}
