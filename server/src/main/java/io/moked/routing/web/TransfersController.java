package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.agent.Agents.Standing;
import io.moked.agent.Availability;
import io.moked.conversation.ConversationId;
import io.moked.kernel.Invalid;
import io.moked.routing.Targets;
import io.moked.routing.Transfers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A conversation that goes to another department or a colleague. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class TransfersController {

    private final Transfers transfers;
    private final Targets targets;

    TransfersController(Transfers transfers, Targets targets) {
        this.transfers = transfers;
        this.targets = targets;
    }

    /**
     * Where a conversation goes: to a department, or to an agent.
     *
     * @param note what colleagues there should know; it stands in the thread, where contacts never
     *     see it
     * @param beyondCapacity whether the agent is to have it though they have no room for it; only
     *     who manages departments may say so
     */
    record Transfer(
            @Nullable UUID departmentId,
            @Nullable UUID agentId,
            @Nullable @Size(max = 10_000) String note,
            @Nullable Boolean beyondCapacity) {

        /** Nothing where there is none. */
        String remark() {
            return note == null ? "" : note.strip();
        }
    }

    /**
     * Where a conversation could go.
     *
     * @param departments all others
     * @param colleagues who may answer it and has it not
     */
    record TransferTargets(List<TargetDepartment> departments, List<TargetColleague> colleagues) {}

    /**
     * A department.
     *
     * @param waiting how many conversations wait in it
     * @param atWork how many agents are available who could get what waits there
     * @param free how many of these have room
     * @param isDeserted whether nobody ever could: nobody may answer there, or nobody is given what
     *     waits
     */
    record TargetDepartment(
            UUID id, String name, int waiting, int atWork, int free, boolean isDeserted) {}

    record TargetColleague(
            UUID id, String name, Availability availability, int used, int capacity) {}

    /** Departments and colleagues it could go to, and how busy they are. */
    @GetMapping("/transfer-targets")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    TransferTargets targets(SignedIn caller, @PathVariable UUID id) {
        var choices = targets.of(new ConversationId(id), caller);
        return new TransferTargets(
                choices.lines().stream()
                        .map(it ->
                                new TargetDepartment(
                                        it.id(),
                                        it.name(),
                                        it.waiting(),
                                        it.atWork(),
                                        it.free(),
                                        it.isDeserted()))
                        .toList(),
                choices.colleagues().stream().map(it -> view(it.name(), it.standing())).toList());
    }

    private static TargetColleague view(String name, Standing it) {
        return new TargetColleague(it.id(), name, it.availability(), it.used(), it.capacity());
    }

    /**
     * Sends it away, at once: into the line of a department, at the place that its whole wait
     * deserves, or to an agent. The caller may not see it any more. 409 {@code already-there},
     * {@code conversation-resolved}, {@code agent-not-active}, {@code assignee-cannot-answer} or
     * {@code capacity-reached}.
     */
    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ANSWER_CONVERSATIONS)
    void transfer(SignedIn caller, @PathVariable UUID id, @Valid @RequestBody Transfer wanted) {
        var conversation = new ConversationId(id);
        var department = wanted.departmentId();
        var agent = wanted.agentId();
        if (department != null && agent == null) {
            transfers.toDepartment(conversation, department, wanted.remark(), caller);
        } else if (agent != null && department == null) {
            transfers.toAgent(
                    conversation,
                    new UserId(agent),
                    wanted.remark(),
                    Boolean.TRUE.equals(wanted.beyondCapacity()),
                    caller);
        } else {
            throw new Invalid("departmentId", "one-of");
        }
    }
}
