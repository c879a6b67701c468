package io.moked.routing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.agent.Availability;
import io.moked.conversation.Conversation.Workload;
import io.moked.conversation.Owners;
import io.moked.conversation.Owners.Last;
import io.moked.routing.DepartmentStore.Pushing;
import io.moked.routing.Departments.Department;
import io.moked.routing.Departments.Mode;
import io.moked.routing.WorkStore.Queued;
import io.moked.routing.engine.Agent;
import io.moked.routing.engine.Decision;
import io.moked.routing.engine.Floor;
import io.moked.routing.engine.Needs;
import io.moked.routing.engine.Prospect;
import io.moked.routing.engine.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private final Owners owners;
    private final Clock clock;

    Scene(
            DepartmentStore departments,
            WorkStore work,
            NeedStore needs,
            Skills skills,
            Agents agents,
            Owners owners,
            Clock clock) {
        this.departments = departments;
        this.work = work;
        this.needs = needs;
        this.skills = skills;
        this.agents = agents;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * What there is at one moment.
     *
     * @param isWhole whether nobody else waits whom somebody with room could have
     * @param prospects how those who wait stand, by their ids
     * @param asking the departments whose agents are asked, and how long they have for an answer
     */
    record Picture(
            Floor floor,
            boolean isWhole,
            Map<UUID, Prospect> prospects,
            Map<UUID, Duration> asking) {

        /** Whether it is of the department that it was of then. */
        boolean isHome(Workload.Work one) {
            var then = prospects.get(one.conversation());
            return then != null && then.waiting().lines().getFirst().equals(one.department());
        }

        /**
         * When there may be more to decide for those who still wait, though nothing happens; empty
         * for never.
         */
        Optional<Instant> changesWithout(Collection<Decision> made) {
            var gone = made.stream().map(Decision::conversation).collect(toSet());
            return prospects.entrySet().stream()
                    .filter(it -> !gone.contains(it.getKey()))
                    .map(Map.Entry::getValue)
                    .flatMap(Prospect::changes)
                    .min(Comparator.naturalOrder());
        }
    }

    /**
     * The members of departments.
     *
     * @param here those who are at work, if with other things
     */
    private record Staff(List<Agent> agents, Set<UUID> here) {}

    /** With so many of those who wait, at most: the first in the lines where somebody has room. */
    @Transactional(readOnly = true)
    Picture front(int most) {
        var pushing = departments.pushing();
        var staff = staff(pushing);
        var withRoom = new HashSet<UUID>();
        staff.agents().stream()
                .filter(it -> it.isAvailable() && it.free() > 0)
                .forEach(it -> withRoom.addAll(it.departments()));
        var lines =
                pushing.stream()
                        .filter(it -> reaches(it.department(), withRoom))
                        .map(Pushing::id)
                        .toList();
        var queued =
                lines.isEmpty() ? List.<Queued>of() : work.front(lines, most, Integer.MAX_VALUE);
        return picture(pushing, staff, queued, queued.size() < most);
    }

    private static boolean reaches(Department it, Set<UUID> withRoom) {
        return withRoom.contains(it.id())
                || it.overflow().to().stream().anyMatch(withRoom::contains);
    }

    /** One that waits, among all who can have it by now. */
    @Transactional(readOnly = true)
    Picture around(Queued one) {
        var all = departments.pushing();
        var lines =
                all.stream()
                        .filter(it -> it.id().equals(one.department()))
                        .map(it -> it.department().overflow())
                        .map(it -> it.lines(one.department(), one.since(), clock.instant()))
                        .findFirst()
                        .orElse(List.of());
        var pushing = all.stream().filter(it -> lines.contains(it.id())).toList();
        return picture(pushing, staff(pushing), List.of(one), true);
    }

    private Picture picture(
            List<Pushing> pushing, Staff staff, List<Queued> queued, boolean isWhole) {
        var prospects = prospects(pushing, staff, queued);
        var choices = pushing.stream().collect(toMap(Pushing::id, it -> it.department().choice()));
        var waiting = prospects.values().stream().map(Prospect::waiting).toList();
        return new Picture(
                Floor.of(choices, staff.agents(), waiting),
                isWhole,
                prospects,
                pushing.stream()
                        .map(Pushing::department)
                        .filter(it -> it.mode() == Mode.OFFER)
                        .collect(toMap(Department::id, it -> it.asking().time())));
    }

    private Map<UUID, Prospect> prospects(List<Pushing> pushing, Staff staff, List<Queued> queued) {
        var now = clock.instant();
        var terms = pushing.stream().collect(toMap(Pushing::id, it -> it.department().terms()));
        Function<Queued, Terms> termsOf = it -> terms.getOrDefault(it.department(), Terms.NONE);
        var asked = needs.of(queued.stream().map(Queued::id).toList());
        var before =
                owners.lastBefore(
                        queued.stream()
                                .filter(it -> termsOf.apply(it).keeping().mayKeep(it.since(), now))
                                .map(Queued::id)
                                .toList());
        var prospects = new HashMap<UUID, Prospect>();
        for (var one : queued) {
            var wanted = asked.getOrDefault(one.id(), Needs.NONE);
            var plain =
                    Prospect.of(one.waiting(), wanted, termsOf.apply(one), one.since(), now)
                            .among(staff.agents(), one.asked());
            var last = before.get(one.id());
            prospects.put(
                    one.id(),
                    last == null ? plain : kept(plain, termsOf.apply(one), one, last, staff));
        }
        return prospects;
    }

    /** For the agent who had the one before, while they are at work. */
    private Prospect kept(Prospect plain, Terms terms, Queued one, Last last, Staff staff) {
        var until = terms.keeping().until(last.endedAt(), one.since(), clock.instant());
        return staff.agents().stream()
                .filter(it -> until.isPresent() && it.id().equals(last.agent()))
                .filter(it -> staff.here().contains(it.id()))
                .findFirst()
                .map(it -> plain.keptFor(it, until.orElseThrow()))
                .orElse(plain);
    }

    private Staff staff(Collection<Pushing> pushing) {
        var everybody = new HashSet<UUID>();
        pushing.forEach(it -> everybody.addAll(it.members()));
        var known = skills.of(everybody);
        var standings = agents.of(everybody);
        return new Staff(
                standings.stream()
                        .map(it -> agent(it, pushing, known.getOrDefault(it.id(), Map.of())))
                        .toList(),
                standings.stream().filter(Scene::isHere).map(Standing::id).collect(toSet()));
    }

    private static boolean isHere(Standing it) {
        return it.availability() == Availability.AVAILABLE
                || it.availability() == Availability.BUSY;
    }

    private static Agent agent(
            Standing it, Collection<Pushing> pushing, Map<UUID, Integer> levels) {
        Set<UUID> own = new HashSet<>();
        for (var one : pushing) {
            if (one.members().contains(it.id())) {
                own.add(one.id());
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
