package io.moked.routing.replay;

import static java.util.stream.Collectors.toSet;

import io.moked.access.UserId;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.routing.Departments;
import io.moked.routing.Departments.Department;
import io.moked.routing.simulation.Course;
import io.moked.routing.simulation.Past;
import io.moked.routing.simulation.Past.Change;
import io.moked.routing.simulation.Past.Passage;
import io.moked.routing.simulation.Plan.Team;
import io.moked.routing.simulation.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Past days gone through again: as they were, by the rules of today, and by others. */
@Component
public class Replays {

    /** The longest day there is: one on which clocks are put back. */
    private static final Duration A_DAY = Duration.ofHours(25);

    private final Remembrance remembrance;
    private final Simulations simulations;
    private final Departments departments;
    private final Clock clock;

    Replays(
            Remembrance remembrance,
            Simulations simulations,
            Departments departments,
            Clock clock) {
        this.remembrance = remembrance;
        this.simulations = simulations;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * Which day.
     *
     * @param departments of which; empty for all
     * @param promised a wait no longer than this is as promised
     * @param change null where it is gone through by today's rules only
     * @param seed the same draws the same of what is not known
     */
    public record Wanted(
            Instant from,
            Instant to,
            Set<UUID> departments,
            Duration promised,
            @Nullable Change change,
            long seed) {}

    /**
     * How it went and would have gone.
     *
     * @param was as it really went
     * @param now by the rules of today
     * @param changed as it was wanted to be; null where nothing was
     */
    public record Replay(Course was, Course now, @Nullable Course changed, Known known) {}

    /**
     * How much of it is known.
     *
     * @param since when what happens began to be kept; null where nothing ever happened
     * @param waits how many there were
     * @param moved how many ended in another line, and count there only
     * @param gaveUp those whose patience is known
     * @param handled those of which it is known how long an agent had them
     * @param agents who were there
     * @param guessed those of them who never said that they were
     */
    public record Known(
            @Nullable Instant since,
            int waits,
            int moved,
            int gaveUp,
            int handled,
            int agents,
            int guessed) {}

    /** Refuses what is no past day, or too long ago. */
    public Replay of(Wanted wanted, UserId by) {
        var known = departments.all().stream().map(Department::id).collect(toSet());
        var own = wanted.departments().isEmpty() ? known : wanted.departments();
        check(wanted, known, own);
        return simulations.alone(
                by,
                isTooLate -> {
                    var end = earlier(wanted.to(), clock.instant());
                    var memory = remembrance.of(wanted.from(), end, own);
                    var past = memory.past();
                    var change = wanted.change();
                    return new Replay(
                            past.was(wanted.promised()),
                            Simulation.of(
                                    past.day(Change.NONE, wanted.seed()),
                                    wanted.promised(),
                                    isTooLate),
                            change == null
                                    ? null
                                    : Simulation.of(
                                            past.day(change, wanted.seed()),
                                            wanted.promised(),
                                            isTooLate),
                            known(memory));
                });
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void check(Wanted wanted, Set<UUID> known, Set<UUID> own) {
        var now = clock.instant();
        if (!wanted.from().isBefore(wanted.to())) {
            throw new Invalid("to", "ends-before-it-begins");
        }
        if (Duration.between(wanted.from(), wanted.to()).compareTo(A_DAY) > 0) {
            throw new Invalid("to", "longer-than-a-day");
        }
        if (!wanted.from().isBefore(now)) {
            throw new Invalid("from", "not-past");
        }
        if (wanted.from().isBefore(now.minus(Limit.REPLAYED_DAYS.days()))) {
            throw new Invalid("from", "too-long-ago");
        }
        if (!known.containsAll(own)) {
            throw new Invalid("departmentIds", "unknown");
        }
        if (wanted.change() != null) {
            check(wanted.change(), own);
        }
    }

    private static void check(Change change, Set<UUID> own) {
        if (!own.containsAll(change.choices().keySet())) {
            throw new Invalid("change.choices", "unknown-department");
        }
        if (!change.teams().stream().allMatch(it -> own.containsAll(it.departments()))) {
            throw new Invalid("change.teams", "unknown-department");
        }
        if (change.teams().stream().anyMatch(it -> it.from().compareTo(it.to()) >= 0)) {
            throw new Invalid("change.teams", "ends-before-it-begins");
        }
        if (change.teams().stream().mapToInt(Team::agents).sum() > Limit.SIMULATED_AGENTS.value()) {
            throw new Invalid("change.teams", "too-many-agents");
        }
    }

    private static Known known(Remembrance.Memory memory) {
        Past past = memory.past();
        return new Known(
                memory.since(),
                past.passages().size(),
                memory.moved(),
                (int) past.passages().stream().filter(Passage::gaveUp).count(),
                (int)
                        past.passages().stream()
                                .map(Passage::handling)
                                .filter(Objects::nonNull)
                                .count(),
                (int) past.shifts().stream().map(it -> it.agent()).distinct().count(),
                memory.guessed());
    }
}
