package io.moked.routing;

import static java.util.stream.Collectors.toMap;

import io.moked.agent.Agents;
import io.moked.agent.Availability;
import io.moked.routing.DepartmentStore.Pushing;
import io.moked.routing.WorkStore.Queued;
import io.moked.routing.engine.Agent;
import io.moked.routing.engine.Floor;
import io.moked.routing.engine.Needs;
import io.moked.routing.engine.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What there is to be decided at one moment: who waits, and who could have them. */
@Component
class Scene {

    private final DepartmentStore departments;
    private final WorkStore work;
    private final NeedStore needs;
    private final Skills skills;
    private final Agents agents;
    private final Clock clock;

    Scene(
            DepartmentStore departments,
            WorkStore work,
            NeedStore needs,
            Skills skills,
            Agents agents,
            Clock clock) {
        this.departments = departments;
        this.work = work;
        this.needs = needs;
        this.skills = skills;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * What there is at one moment.
     *
     * @param isWhole whether nobody else waits whom somebody with room could have
     * @param changesAt when somebody asks for less than now; empty for never
     */
    record Picture(Floor floor, boolean isWhole, Optional<Instant> changesAt) {}

    /** With so many of those who wait, at most: the first in the lines where somebody has room. */
    @Transactional(readOnly = true)
    Picture front(int most) {
        var pushing = departments.pushing();
        var staff = staff(pushing);
        var withRoom = new HashSet<UUID>();
        staff.stream()
                .filter(it -> it.isAvailable() && it.free() > 0)
                .forEach(it -> withRoom.addAll(it.departments()));
        var queued = withRoom.isEmpty() ? List.<Queued>of() : work.front(withRoom, most);
        return picture(pushing, staff, queued, queued.size() < most);
    }

    /** One that waits, among all who could ever have it. */
    @Transactional(readOnly = true)
    Picture around(Queued one) {
        var pushing =
                departments.pushing().stream()
                        .filter(it -> one.waiting().lines().contains(it.department()))
                        .toList();
        return picture(pushing, staff(pushing), List.of(one), true);
    }

    private Picture picture(
            List<Pushing> pushing, List<Agent> staff, List<Queued> queued, boolean isWhole) {
        var now = clock.instant();
        var asked = needs.of(queued.stream().map(it -> it.waiting().id()).toList());
        var steps = new HashMap<UUID, Duration>();
        pushing.forEach(it -> steps.put(it.department(), it.relaxing()));
        var waiting = new ArrayList<Waiting>();
        var changes = new ArrayList<Instant>();
        for (var one : queued) {
            var wanted = asked.getOrDefault(one.waiting().id(), Needs.NONE);
            var step = steps.get(one.waiting().lines().getFirst());
            var still = wanted.after(Duration.between(one.since(), now), step);
            waiting.add(one.waiting().asking(still));
            wanted.relaxesAt(one.since(), now, step).ifPresent(changes::add);
        }
        var choices = pushing.stream().collect(toMap(Pushing::department, Pushing::choice));
        return new Picture(
                Floor.of(choices, staff, waiting),
                isWhole,
                changes.stream().min(Comparator.naturalOrder()));
    }

    private List<Agent> staff(Collection<Pushing> pushing) {
        var everybody = new HashSet<UUID>();
        pushing.forEach(it -> everybody.addAll(it.members()));
        var known = skills.of(everybody);
        return agents.of(everybody).stream()
                .map(it -> agent(it, pushing, known.getOrDefault(it.id(), Map.of())))
                .toList();
    }

    private static Agent agent(
            Agents.Standing it, Collection<Pushing> pushing, Map<UUID, Integer> levels) {
        Set<UUID> own = new HashSet<>();
        for (var one : pushing) {
            if (one.members().contains(it.id())) {
                own.add(one.department());
            }
        }
        return new Agent(
                it.id(),
                own,
                levels,
                it.availability() == Availability.AVAILABLE,
                it.capacity(),
                it.used(),
                it.idleSince(),
                it.lastGivenAt() == null ? Instant.EPOCH : it.lastGivenAt());
    }
}
