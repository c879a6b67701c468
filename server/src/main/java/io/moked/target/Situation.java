package io.moked.target;

import io.moked.conversation.Conversations;
import io.moked.hours.OfficeHours;
import io.moked.hours.Openings;
import io.moked.routing.Demands;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells where conversations stand, as far as it decides what was promised about them. */
@Component
class Situation {

    private final Conversations conversations;
    private final Demands demands;
    private final OfficeHours hours;

    Situation(Conversations conversations, Demands demands, OfficeHours hours) {
        this.conversations = conversations;
        this.demands = demands;
        this.hours = hours;
    }

    /**
     * Where one stands.
     *
     * @param openings what its time is counted in
     */
    record One(@Nullable UUID department, Urgency urgency, Openings openings) {}

    /** What is not there is missing. */
    Map<UUID, One> of(Collection<UUID> ids) {
        var priorities = demands.priorities(ids);
        var openings = hours.openings();
        var found = new HashMap<UUID, One>();
        conversations
                .places(ids)
                .forEach((id, place) ->
                        found.put(
                                id,
                                new One(
                                        place.departmentId(),
                                        Urgency.of(
                                                priorities.getOrDefault(id, Urgency.NORMAL.word())),
                                        openings.apply(place.departmentId()))));
        return found;
    }
}
