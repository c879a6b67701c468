package io.moked.routing;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;

import io.moked.access.Roles;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.agent.Availabilities;
import io.moked.conversation.Moves;
import io.moked.conversation.Owners;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever may answer no more, or not there, gives back what they hold, at the place of its whole
 * wait, and is given nothing any more.
 */
@Component
class Leavers implements Roles.Narrowed {

    private final Moves moves;
    private final Owners owners;
    private final Agents agents;
    private final Availabilities availabilities;
    private final DepartmentStore departments;

    Leavers(
            Moves moves,
            Owners owners,
            Agents agents,
            Availabilities availabilities,
            DepartmentStore departments) {
        this.moves = moves;
        this.owners = owners;
        this.agents = agents;
        this.availabilities = availabilities;
        this.departments = departments;
    }

    /**
     * Conversations are locked before agents, as everywhere; what a decision has given them
     * meanwhile is there once the agent is locked, too.
     */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void mayDoLess(User user, UserId by) {
        owners.lockOf(user.id());
        if (user.isActive()) {
            agents.lock(List.of(user.id().value()));
        } else {
            availabilities.leaves(user.id());
        }
        var reach = user.permissions().reach(ANSWER_CONVERSATIONS);
        var lost =
                owners.lockOf(user.id()).stream()
                        .filter(it -> !user.isActive() || !reach.includes(it.departmentId()))
                        .toList();
        moves.back(lost, by);
        if (!user.isActive()) {
            departments.leaveAllBut(user.id(), List.of());
        } else if (!reach.everything()) {
            departments.leaveAllBut(user.id(), reach.departments());
        }
    }
}
