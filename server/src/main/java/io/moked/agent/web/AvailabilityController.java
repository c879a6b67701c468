package io.moked.agent.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.agent.Availability;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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

    AvailabilityController(Agents agents) {
        this.agents = agents;
    }

    /**
     * How the caller stands.
     *
     * @param since since when
     * @param capacity how much they may hold at once, in units
     * @param used how much they hold
     */
    record OwnAvailability(Availability availability, Instant since, int capacity, int used) {

        static OwnAvailability of(Standing it) {
            return new OwnAvailability(it.availability(), it.since(), it.capacity(), it.used());
        }
    }

    record WantedAvailability(@NotNull Availability availability) {}

    /** Who has not said anything yet is offline. */
    @GetMapping
    @Requires(Permission.ANSWER_CONVERSATIONS)
    OwnAvailability get(SignedIn caller) {
        return OwnAvailability.of(agents.standing(caller.user()));
    }

    /** From now on; whoever becomes available may have been given something before this returns. */
    @PutMapping
    @Requires(Permission.ANSWER_CONVERSATIONS)
    OwnAvailability put(SignedIn caller, @Valid @RequestBody WantedAvailability wanted) {
        return OwnAvailability.of(agents.become(wanted.availability(), caller));
    }
}
