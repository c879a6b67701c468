package io.moked.agent.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.agent.Availabilities;
import io.moked.agent.Availability;
import io.moked.agent.BreakReasons;
import jakarta.validation.Valid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the caller takes conversations. */
@RestController
@RequestMapping("/api/v1/me/availability")
class AvailabilityController {

    private final Agents agents;
    private final Availabilities availabilities;
    private final BreakReasons reasons;

    AvailabilityController(Agents agents, Availabilities availabilities, BreakReasons reasons) {
        this.agents = agents;
        this.availabilities = availabilities;
        this.reasons = reasons;
    }

    /**
     * How the caller stands.
     *
     * @param reason of a break; null for none
     * @param automatic away because no console of theirs was there, until one is again
     * @param since since when
     * @param capacity how much they may hold at once, in units
     * @param used how much they hold
     */
    record OwnAvailability(
            Availability availability,
            @Nullable BreakReasonView reason,
            boolean automatic,
            Instant since,
            int capacity,
            int used) {}

    /** Who has not said anything yet is offline. */
    @GetMapping
    @Requires(Permission.ANSWER_CONVERSATIONS)
    OwnAvailability get(SignedIn caller) {
        return view(agents.standing(caller.user()));
    }

    /** From now on; whoever becomes available may have been given something before this returns. */
    @PutMapping
    @Requires(Permission.ANSWER_CONVERSATIONS)
    OwnAvailability put(SignedIn caller, @Valid @RequestBody WantedAvailability wanted) {
        return view(availabilities.become(wanted.wanted(), caller));
    }

    private OwnAvailability view(Standing it) {
        return new OwnAvailability(
                it.availability(),
                it.reason() == null ? null : BreakReasonView.all(reasons).get(it.reason()),
                it.backAs() != null,
                it.since(),
                it.capacity(),
                it.used());
    }
}
