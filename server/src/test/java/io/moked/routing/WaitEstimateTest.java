package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.routing.WaitEstimate.Kind;
import io.moked.routing.engine.Choice;
import io.moked.routing.simulation.Day;
import io.moked.routing.simulation.Day.Arrival;
import io.moked.routing.simulation.Day.Shift;
import io.moked.routing.simulation.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitEstimateTest {

    private static final UUID LINE = new UUID(0, 1);
    private static final UUID WATCHED = new UUID(0, 2);
    private static final int CASES = 2_000;
    private static final int DAYS = 500;

    /** Something to be estimated. */
    record Case(double slots, double free, int minutes, int position) {

        static Case of(Random random) {
            double slots = 0.1 + random.nextInt(300) * random.nextDouble();
            double free = random.nextBoolean() ? 0 : slots * random.nextDouble();
            return new Case(slots, free, 1 + random.nextInt(240), 1 + random.nextInt(300));
        }

        WaitEstimate estimate() {
            return WaitEstimate.of(slots, free, Duration.ofMinutes(minutes), position);
        }
    }

    static Stream<Case> cases() {
        var random = new Random(7);
        return Stream.generate(() -> Case.of(random)).limit(CASES);
    }

    @Test
    void whereNobodyIsAtWorkNothingIsSaid() {
        assertThat(new Case(0, 0, 10, 1).estimate().kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void whereSomebodyIsFreeItIsSoon() {
        assertThat(new Case(3, 1, 60, 1).estimate().kind()).isEqualTo(Kind.SOON);
    }

    @Test
    void aLongLineBeforeFewIsMoreThanAnHour() {
        assertThat(new Case(2, 0, 10, 12).estimate().kind()).isEqualTo(Kind.LONG);
    }

    @Test
    void whatIsBetweenIsASpanThatPeopleSpeakOf() {
        assertThat(new Case(4, 0, 12, 5).estimate())
                .isEqualTo(new WaitEstimate(Kind.BETWEEN, 10, 30));
    }

    @Test
    void whoStandsFurtherBackIsNeverToldLess() {
        assertThat(cases())
                .allMatch(it -> {
                    var behind = new Case(it.slots(), it.free(), it.minutes(), it.position() + 1);
                    return isNoLess(behind.estimate(), it.estimate());
                });
    }

    @Test
    void moreStaffNeverMakesItLonger() {
        assertThat(cases())
                .allMatch(it -> {
                    var more =
                            new Case(it.slots() * 1.2 + 1, it.free(), it.minutes(), it.position());
                    return isNoLess(it.estimate(), more.estimate());
                });
    }

    @Test
    void aSpanBeginsBeforeItEndsAndNobodyIsPromisedWhatTakesMoreThanAnHour() {
        assertThat(cases().map(Case::estimate).filter(it -> it.kind() == Kind.BETWEEN))
                .isNotEmpty()
                .allMatch(it -> it.from() < it.to() && it.from() < 60);
    }

    private static boolean isNoLess(WaitEstimate one, WaitEstimate other) {
        return one.from() >= other.from()
                && (one.kind() == Kind.LONG || other.kind() != Kind.LONG && one.to() >= other.to());
    }

    /** The same rules that decide live, gone through on many days. */
    @ParameterizedTest
    @CsvSource({"4, 12, 5", "1, 6, 3", "10, 20, 8", "3, 25, 1", "6, 30, 9"})
    void mostDaysOfTheSimulationKeepWhatWasTold(int agents, int minutes, int position) {
        var told = new Case(agents, 0, minutes, position).estimate();
        assertThat(told.kind()).isEqualTo(Kind.BETWEEN);
        var random = new Random(11);
        var waits =
                Stream.generate(() -> minutesWaited(agents, minutes, position, random))
                        .limit(DAYS)
                        .toList();
        long longer = waits.stream().filter(it -> it > told.to()).count();
        long shorter = waits.stream().filter(it -> it < told.from()).count();
        assertThat(longer).isLessThan(DAYS / 8);
        assertThat(shorter).isLessThan(DAYS / 3);
    }

    /** Everybody is busy when the line forms; one place of it is watched. */
    private static double minutesWaited(int agents, int minutes, int position, Random random) {
        var arrivals = new ArrayList<Arrival>();
        for (int n = 0; n < agents + position; n++) {
            var handling = -Math.log(1 - random.nextDouble()) * minutes * 60_000;
            arrivals.add(
                    new Arrival(
                            Duration.ofMillis(n),
                            n == agents + position - 1 ? WATCHED : LINE,
                            Duration.ofMillis(Math.round(handling)),
                            null));
        }
        var length = Duration.ofDays(2);
        var both = Set.of(LINE, WATCHED);
        var shifts =
                Stream.iterate(1L, it -> it + 1)
                        .limit(agents)
                        .map(it -> new Shift(new UUID(1, it), both, 1, Duration.ZERO, length))
                        .toList();
        var choices = Map.of(LINE, Choice.LONGEST_IDLE, WATCHED, Choice.LONGEST_IDLE);
        var day = new Day(length, List.copyOf(arrivals), shifts, choices);
        var course = Simulation.of(day, Duration.ofMinutes(1), () -> false);
        return course.departments().get(WATCHED).day().mean() / 60;
    }
}
