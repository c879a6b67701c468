package io.moked.agent.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.agent.Availabilities;
import io.moked.agent.Availability;
import io.moked.agent.BreakReasons;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agents as they stand. */
@RestController
@RequestMapping("/api/v1/agents")
class AgentsController {

    private final Agents agents;
    private final Availabilities availabilities;
    private final BreakReasons reasons;
    private final Users users;

    AgentsController(
            Agents agents, Availabilities availabilities, BreakReasons reasons, Users users) {
        this.agents = agents;
        this.availabilities = availabilities;
        this.reasons = reasons;
        this.users = users;
    }

    /**
     * An agent.
     *
     * @param reason of a break; null for none
     * @param automatic away because no console of theirs was there, until one is again
     * @param since since when they stand like this
     * @param capacity how much they may hold at once, in units
     * @param used how much they hold
     */
    record AgentView(
            UUID id,
            String name,
            Availability availability,
            @Nullable BreakReasonView reason,
            boolean automatic,
            Instant since,
            int capacity,
            int used) {}

    record WantedCapacity(@Min(1) @Max(1_000) int capacity) {}

    /** All who have ever been at work here. */
    @GetMapping
    @Requires(Permission.READ_USERS)
    Slice<AgentView> list() {
        return Slice.whole(views(agents.all()));
    }

    /** How much an agent may hold at once, from now on. 404 for who does not answer anybody. */
    @PutMapping("/{id}/capacity")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    AgentView setCapacity(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedCapacity wanted) {
        var agent = agents.setCapacity(new UserId(id), wanted.capacity(), caller);
        return views(List.of(agent)).getFirst();
    }

    /**
     * What an agent does from now on, by another's decision. 404 for who does not answer anybody.
     */
    @PutMapping("/{id}/availability")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    AgentView setAvailability(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedAvailability wanted) {
        return views(List.of(availabilities.set(new UserId(id), wanted.wanted(), caller)))
                .getFirst();
    }

    private List<AgentView> views(List<Standing> standings) {
        var names = users.names(standings.stream().map(Standing::id).toList());
        var known = BreakReasonView.all(reasons);
        return standings.stream()
                .map(it ->
                        new AgentView(
                                it.id(),
                                names.getOrDefault(it.id(), ""),
                                it.availability(),
                                it.reason() == null ? null : known.get(it.reason()),
                                it.backAs() != null,
                                it.since(),
                                it.capacity(),
                                it.used()))
                .toList();
    }
}
