package io.moked.routing.replay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.agent.Shifts;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.routing.Departments;
import io.moked.routing.Departments.Department;
import io.moked.routing.simulation.Day.Shift;
import io.moked.routing.simulation.Past;
import io.moked.routing.simulation.Past.Passage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a past day from what is kept of it, by a few statements. */
@Component
class Remembrance {

    /**
     * So long before a day somebody may have begun to wait, and so long after it an agent is done.
     */
    private static final Duration AROUND = Duration.ofDays(1);

    /** A conversation takes a few steps. */
    private static final int STEPS = 10;

    private final StepStore steps;
    private final Departments departments;
    private final Agents agents;
    private final Shifts shifts;
    private final Clock clock;

    Remembrance(
            StepStore steps, Departments departments, Agents agents, Shifts shifts, Clock clock) {
        this.steps = steps;
        this.departments = departments;
        this.agents = agents;
        this.shifts = shifts;
        this.clock = clock;
    }

    /**
     * A day, and how much of it is known.
     *
     * @param since when what happens began to be kept; null where nothing ever happened
     * @param moved how many waits ended in another line
     * @param guessed agents who never said that they were available, and were given something
     */
    record Memory(Past past, @Nullable Instant since, int moved, int guessed) {}

    /** Of these departments. */
    @Transactional(readOnly = true)
    Memory of(Instant from, Instant to, Set<UUID> wanted) {
        int most = Limit.SIMULATED_CONVERSATIONS.value() * STEPS;
        var happened = steps.between(from.minus(AROUND), to.plus(AROUND), most + 1);
        var told = Passages.of(happened, from, to);
        var passages =
                told.passages().stream().filter(it -> wanted.contains(it.department())).toList();
        if (happened.size() > most || passages.size() > Limit.SIMULATED_CONVERSATIONS.value()) {
            throw new Invalid("from", "too-many-conversations");
        }
        var choices =
                departments.all().stream()
                        .filter(it -> wanted.contains(it.id()))
                        .collect(toMap(Department::id, Department::choice));
        var said = said(from, to);
        var there = new ArrayList<>(said);
        there.addAll(guessed(said, passages, Duration.between(from, to)));
        int guessed = agentsOf(there).size() - agentsOf(said).size();
        var staff = staff(there, passages, wanted);
        var past = new Past(Duration.between(from, to), passages, staff, choices);
        return new Memory(past, steps.first().orElse(null), told.moved(), guessed);
    }

    private record Span(UUID agent, Duration from, Duration to) {}

    private static Set<UUID> agentsOf(List<Span> spans) {
        return spans.stream().map(Span::agent).collect(toSet());
    }

    private List<Span> said(Instant from, Instant to) {
        var end = earlier(to, clock.instant());
        return shifts.within(from, to).stream()
                .map(it -> {
                    var until = it.until() == null ? end : earlier(it.until(), to);
                    var begin = it.from().isBefore(from) ? from : it.from();
                    return new Span(
                            it.agent(),
                            Duration.between(from, begin),
                            Duration.between(from, until));
                })
                .filter(it -> it.from().compareTo(it.to()) < 0)
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whoever was given something without a word was there from then until they were done. */
    private static List<Span> guessed(List<Span> said, List<Passage> passages, Duration length) {
        var known = agentsOf(said);
        var others = new HashMap<UUID, Span>();
        for (var it : passages) {
            var agent = it.agent();
            var given = it.ended();
            if (agent == null || given == null || known.contains(agent)) {
                continue;
            }
            if (given.compareTo(length) < 0) {
                var done =
                        it.done() == null || it.done().compareTo(length) > 0 ? length : it.done();
                others.merge(agent, new Span(agent, given, done), Remembrance::both);
            }
        }
        return List.copyOf(others.values());
    }

    private static Span both(Span one, Span other) {
        return new Span(
                one.agent(),
                one.from().compareTo(other.from()) < 0 ? one.from() : other.from(),
                one.to().compareTo(other.to()) > 0 ? one.to() : other.to());
    }

    /** Each answers where they are a member, and where they were given something that day. */
    private List<Shift> staff(List<Span> spans, List<Passage> passages, Set<UUID> wanted) {
        var departments = new HashMap<UUID, Set<UUID>>();
        steps.memberships().forEach((agent, own) -> departments.put(agent, new HashSet<>(own)));
        passages.stream()
                .filter(it -> it.agent() != null)
                .collect(groupingBy(it -> Objects.requireNonNull(it.agent())))
                .forEach((agent, theirs) ->
                        theirs.forEach(it ->
                                departments
                                        .computeIfAbsent(agent, a -> new HashSet<>())
                                        .add(it.department())));
        Map<UUID, Integer> capacities =
                agents.of(agentsOf(spans)).stream()
                        .collect(toMap(Standing::id, Standing::capacity));
        var staff = new ArrayList<Shift>();
        for (var it : spans) {
            var own = new HashSet<>(departments.getOrDefault(it.agent(), Set.of()));
            own.retainAll(wanted);
            if (!own.isEmpty()) {
                int capacity = capacities.getOrDefault(it.agent(), Limit.USUAL_CAPACITY.value());
                staff.add(new Shift(it.agent(), own, capacity, it.from(), it.to()));
            }
        }
        return staff;
    }
}
