package io.moked.agent.web;

import io.moked.agent.Availabilities;
import io.moked.agent.Availability;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an agent is to stand.
 *
 * @param reasonId of a break only
 */
record WantedAvailability(@NotNull Availability availability, @Nullable UUID reasonId) {

    Availabilities.Wanted wanted() {
        return new Availabilities.Wanted(availability, reasonId);
    }
}
