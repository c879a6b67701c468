package io.moked.agent.web;

import io.moked.agent.Availability;
import io.moked.agent.Presence;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an agent is to stand.
 *
 * @param reasonId of a break only
 */
record WantedAvailability(@NotNull Availability availability, @Nullable UUID reasonId) {

    Presence.Wanted wanted() {
        return new Presence.Wanted(availability, reasonId);
    }
}
