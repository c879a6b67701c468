package io.moked.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.moked.routing.engine.Choice;
import io.moked.routing.simulation.Course.Figures;
import io.moked.routing.simulation.Plan.Demand;
import io.moked.routing.simulation.Plan.Handling;
import io.moked.routing.simulation.Plan.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where theory has an answer, the simulation has the same. Seeds are fixed, so that a failure is no
 * bad luck. The formulas are told the load that was drawn, not the one that was meant: near
 * saturation the least difference between these is a great one in the waits.
 */
class SimulationAgreesWithErlangTest {

    private static final UUID DEPARTMENT = new UUID(0, 1);
    private static final Duration MEAN = Duration.ofMinutes(3);
    private static final double PER_HOUR = Duration.ofHours(1).dividedBy(MEAN);
    private static final int PERCENT = 3;
    private static final int RUNS = 4;

    private record Run(double load, Figures figures) {}

    @ParameterizedTest
    @CsvSource({"1, 0.5", "3, 1.8", "10, 7", "20, 15"})
    void peopleWhoWaitForEver(int agents, double load) {
        var runs = simulated(agents, load, null, 50_000);
        double drawn = average(runs, Run::load);
        agrees(runs, Erlang.c(agents, drawn));
        assertThat(average(runs, it -> it.figures().occupancy()))
                .isCloseTo(drawn / agents, withinPercentage(PERCENT));
        assertThat(runs).allMatch(it -> it.figures().gaveUp() == 0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.9, 1", "5, 5, 0.5", "20, 24, 0.3", "50, 48, 0.5"})
    void peopleWhoGiveUp(int agents, double load, double rate) {
        var patience = Duration.ofNanos(Math.round(MEAN.toNanos() / rate));
        var runs = simulated(agents, load, patience, 45_000);
        var expected = Erlang.a(agents, average(runs, Run::load), rate);
        agrees(runs, expected);
        assertThat(average(runs, it -> (double) it.figures().gaveUp() / it.figures().arrived()))
                .isCloseTo(expected.givesUp(), withinPercentage(PERCENT));
    }

    private static void agrees(List<Run> runs, Erlang expected) {
        assertThat(average(runs, it -> it.figures().waited()))
                .isCloseTo(expected.waits(), withinPercentage(PERCENT));
        assertThat(average(runs, it -> it.figures().mean()) / MEAN.toSeconds())
                .isCloseTo(expected.mean(), withinPercentage(PERCENT));
    }

    private static List<Run> simulated(
            int agents, double load, @Nullable Duration patience, int arrivals) {
        double perHour = load * PER_HOUR;
        int hours = (int) Math.ceil(arrivals / perHour);
        var demand =
                new Demand(
                        DEPARTMENT,
                        Collections.nCopies(hours, perHour),
                        new Handling(MEAN, null),
                        patience,
                        Choice.LONGEST_IDLE);
        var team = new Team(agents, Set.of(DEPARTMENT), 1, Duration.ZERO, Duration.ofHours(hours));
        var plan = new Plan(List.of(demand), List.of(team));
        var runs = new ArrayList<Run>();
        for (int seed = 1; seed <= RUNS; seed++) {
            var day = plan.day(seed);
            runs.add(new Run(load(day), Simulation.of(day, MEAN, () -> false).whole().day()));
        }
        return runs;
    }

    private static double load(Day day) {
        double work = day.arrivals().stream().mapToDouble(it -> it.handling().toNanos()).sum();
        return work / day.length().toNanos();
    }

    private static double average(List<Run> runs, ToDoubleFunction<Run> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }
}
