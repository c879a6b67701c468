package io.moked.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.moked.routing.engine.Choice;
import io.moked.routing.simulation.Course.Figures;
import io.moked.routing.simulation.Day.Arrival;
import io.moked.routing.simulation.Day.Shift;
import io.moked.routing.simulation.Plan.Demand;
import io.moked.routing.simulation.Plan.Handling;
import io.moked.routing.simulation.Plan.Team;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Days so small that they can be gone through by hand. */
class SimulationTest {

    private static final UUID SALES = new UUID(0, 901);
    private static final UUID SUPPORT = new UUID(0, 902);
    private static final Duration PROMISED = Duration.ofMinutes(1);

    @Test
    void whoFindsNobodyFreeWaitsForTheFirstWhoIs() {
        var course = course(List.of(shift(1, 1, 0, 60)), comes(0, 10), comes(2, 10), comes(4, 10));

        var day = course.whole().day();
        assertThat(day.arrived()).isEqualTo(3);
        assertThat(day.answered()).isEqualTo(3);
        assertThat(day.waited()).isEqualTo(2 / 3.0);
        assertThat(day.mean()).isEqualTo((0 + 8 + 16) * 60 / 3.0);
        assertThat(day.p50()).isEqualTo(8 * 60);
        assertThat(day.p95()).isEqualTo(16 * 60);
        assertThat(day.serviceLevel()).isEqualTo(1 / 3.0);
        assertThat(day.occupancy()).isCloseTo(30 / 60.0, within(1e-9));
    }

    @Test
    void whoCanHoldTwoLetsNobodyWaitForTheSecond() {
        var course = course(List.of(shift(1, 2, 0, 60)), comes(0, 30), comes(10, 30));
        assertThat(course.whole().day().waited()).isZero();
        assertThat(course.whole().day().occupancy()).isCloseTo(60 / 120.0, within(1e-9));
    }

    @Test
    void whoHasWaitedLongEnoughGoesAndIsNotAnswered() {
        var course =
                course(
                        List.of(shift(1, 1, 0, 60)),
                        comes(0, 20),
                        comes(1, 10, 5),
                        comes(2, 10, 18),
                        comes(3, 10));
        var day = course.whole().day();
        assertThat(day.gaveUp()).isOne();
        assertThat(day.answered()).isEqualTo(3);
        assertThat(day.mean()).isEqualTo((0 + 5 + 18 + 27) * 60 / 4.0);
    }

    @Test
    void whoGivesUpBeforeThePromiseIsDueBreaksNone() {
        var hasty = new Arrival(minutes(1), SALES, minutes(10), Duration.ofSeconds(30));
        var course = course(List.of(shift(1, 1, 0, 60)), comes(0, 20), hasty, comes(2, 10, 5));
        assertThat(course.whole().day().gaveUp()).isEqualTo(2);
        assertThat(course.whole().day().serviceLevel()).isEqualTo(1 / 2.0);
    }

    @Test
    void whoGoesHomeFinishesAndIsGivenNothingMore() {
        var course =
                course(
                        List.of(shift(1, 1, 0, 15), shift(2, 1, 30, 60)),
                        comes(10, 10),
                        comes(12, 10),
                        comes(50, 5));
        var day = course.whole().day();
        assertThat(day.mean()).isEqualTo((0 + 18 + 0) * 60 / 3.0);
        assertThat(day.occupancy()).isCloseTo((5 + 10 + 5) / 45.0, within(1e-9));
    }

    @Test
    void whoComesBackStillHoldsWhatTheyHeld() {
        var course =
                course(
                        List.of(shift(1, 1, 0, 10), shift(1, 1, 20, 60)),
                        comes(5, 30),
                        comes(21, 10));
        assertThat(course.whole().day().mean()).isEqualTo((0 + 14) * 60 / 2.0);
    }

    @Test
    void whoIsNeverAnsweredWaitsUntilTheDayIsOver() {
        var course = course(List.of(), comes(10, 5), comes(70, 5));
        var day = course.whole().day();
        assertThat(day.stillWaiting()).isEqualTo(2);
        assertThat(day.mean()).isEqualTo((110 + 50) * 60 / 2.0);
        assertThat(day.serviceLevel()).isZero();
        assertThat(course.whole().hours()).extracting(Figures::arrived).containsExactly(1, 1);
    }

    @Test
    void departmentsAreToldApart() {
        var both = new Shift(new UUID(0, 1), Set.of(SALES, SUPPORT), 1, minutes(0), minutes(60));
        var call = new Arrival(minutes(5), SUPPORT, minutes(10), null);
        var course = course(List.of(both), comes(0, 10), call);

        assertThat(course.departments().get(SALES).day().waited()).isZero();
        assertThat(course.departments().get(SUPPORT).day().mean()).isEqualTo(5 * 60);
        assertThat(course.departments().get(SUPPORT).day().occupancy())
                .isCloseTo(20 / 60.0, within(1e-9));
    }

    @Test
    void theSameSeedIsTheSameDayAndAnotherOneIsNot() {
        var plan = modelDay(200);
        var first = Simulation.of(plan.day(7), PROMISED, () -> false);
        assertThat(Simulation.of(plan.day(7), PROMISED, () -> false)).isEqualTo(first);
        assertThat(Simulation.of(plan.day(8), PROMISED, () -> false)).isNotEqualTo(first);
    }

    @Test
    void whatIsDrawnIsWhatWasPlanned() {
        var arrivals = modelDay(5_000).day(1).arrivals();
        assertThat((double) arrivals.size()).isCloseTo(10_000, withinPercentage(3));
        assertThat(arrivals.stream().filter(it -> it.at().toHours() == 1).count()).isZero();
        var took =
                arrivals.stream().mapToDouble(it -> it.handling().toMillis()).summaryStatistics();
        assertThat(took.getAverage()).isCloseTo(300_000, withinPercentage(3));
        double variance =
                arrivals.stream()
                        .mapToDouble(it -> Math.pow(it.handling().toMillis() - 300_000.0, 2))
                        .average()
                        .orElseThrow();
        assertThat(Math.sqrt(variance)).isCloseTo(240_000, withinPercentage(6));
    }

    @Test
    void everybodyOfABigDayIsAccountedForOnce() {
        var course = Simulation.of(modelDay(5_000).day(3), PROMISED, () -> false);
        var day = course.whole().day();
        assertThat(day.answered() + day.gaveUp() + day.stillWaiting()).isEqualTo(day.arrived());
        assertThat(course.whole().hours().stream().mapToInt(Figures::arrived).sum())
                .isEqualTo(day.arrived());
        assertThat(day.occupancy()).isBetween(0.5, 1.0);
    }

    @Test
    void aDayThatNobodyWaitsForAnyMoreIsLeft() {
        var day = modelDay(100).day(1);
        assertThatThrownBy(() -> Simulation.of(day, PROMISED, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    /** Two busy hours with one between them in which nobody comes. */
    private static Plan modelDay(double perHour) {
        var demand =
                new Demand(
                        SALES,
                        List.of(perHour, 0.0, perHour),
                        new Handling(minutes(5), 0.8),
                        minutes(10),
                        Choice.ROUND_ROBIN);
        int agents = (int) Math.ceil(perHour / 12 / 4);
        return new Plan(
                List.of(demand),
                List.of(new Team(agents, Set.of(SALES), 4, minutes(0), minutes(180))));
    }

    private static Course course(List<Shift> shifts, Arrival... arrivals) {
        int hours = arrivals[arrivals.length - 1].at().toHours() > 0 ? 2 : 1;
        var day = new Day(Duration.ofHours(hours), List.of(arrivals), shifts, Map.of());
        return Simulation.of(day, PROMISED, () -> false);
    }

    private static Shift shift(int agent, int capacity, int from, int to) {
        return new Shift(new UUID(0, agent), Set.of(SALES), capacity, minutes(from), minutes(to));
    }

    private static Arrival comes(int at, int handling) {
        return new Arrival(minutes(at), SALES, minutes(handling), null);
    }

    private static Arrival comes(int at, int handling, int patience) {
        return new Arrival(minutes(at), SALES, minutes(handling), minutes(patience));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
