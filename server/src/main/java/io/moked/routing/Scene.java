package io.moked.routing;

import static java.util.stream.Collectors.toMap;

import io.moked.agent.Agents;
import io.moked.agent.Availability;
import io.moked.routing.DepartmentStore.Pushing;
import io.moked.routing.WorkStore.Queued;
import io.moked.routing.engine.Agent;
import io.moked.routing.engine.Floor;
import io.moked.routing.engine.Waiting;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What there is to be decided at one moment: who waits, and who could have them. */
@Component
class Scene {

    /**
     * Of those who wait, so many are looked at together; whoever is given leaves room for the next.
     */
    private static final int FRONT = 200;

    private final DepartmentStore departments;
    private final WorkStore work;
    private final Agents agents;

    Scene(DepartmentStore departments, WorkStore work, Agents agents) {
        this.departments = departments;
        this.work = work;
        this.agents = agents;
    }

    @Transactional(readOnly = true)
    Floor now() {
        var pushing = departments.pushing();
        var staff = staff(pushing);
        var withRoom = new HashSet<UUID>();
        staff.stream()
                .filter(it -> it.isAvailable() && it.free() > 0)
                .forEach(it -> withRoom.addAll(it.departments()));
        var waiting = withRoom.isEmpty() ? List.<Queued>of() : work.front(withRoom, FRONT);
        return floor(pushing, staff, waiting.stream().map(Queued::waiting).toList());
    }

    /** One that waits, among all who could ever have it. */
    @Transactional(readOnly = true)
    Floor around(Waiting one) {
        var pushing =
                departments.pushing().stream()
                        .filter(it -> one.lines().contains(it.department()))
                        .toList();
        return floor(pushing, staff(pushing), List.of(one));
    }

    private static Floor floor(List<Pushing> pushing, List<Agent> staff, List<Waiting> waiting) {
        var choices = pushing.stream().collect(toMap(Pushing::department, Pushing::choice));
        return Floor.of(choices, staff, waiting);
    }

    private List<Agent> staff(Collection<Pushing> pushing) {
        var everybody = new HashSet<UUID>();
        pushing.forEach(it -> everybody.addAll(it.members()));
        return agents.of(everybody).stream().map(it -> agent(it, pushing)).toList();
    }

    private static Agent agent(Agents.Standing it, Collection<Pushing> pushing) {
        Set<UUID> own = new HashSet<>();
        for (var one : pushing) {
            if (one.members().contains(it.id())) {
                own.add(one.department());
            }
        }
        return new Agent(
                it.id(),
                own,
                Map.of(),
                it.availability() == Availability.AVAILABLE,
                it.capacity(),
                it.used(),
                it.idleSince(),
                it.lastGivenAt() == null ? Instant.EPOCH : it.lastGivenAt());
    }
}
