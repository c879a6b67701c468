package io.moked.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moked.routing.engine.Choice;
import io.moked.routing.simulation.Day.Arrival;
import io.moked.routing.simulation.Day.Shift;
import io.moked.routing.simulation.Past.Change;
import io.moked.routing.simulation.Past.Passage;
import io.moked.routing.simulation.Plan.Team;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An hour that was, so small that it can be gone through by hand. */
class PastTest {

    private static final UUID SALES = new UUID(0, 901);
    private static final UUID AGENT = new UUID(7, 1);
    private static final Duration PROMISED = Duration.ofMinutes(1);

    @Test
    void itIsToldAsItWas() {
        var day = past(answered(0, 0, 10), answered(5, 15, 30), gaveUp(20, 24), waits(50));

        var was = day.was(PROMISED).whole();

        assertThat(was.day().arrived()).isEqualTo(4);
        assertThat(was.day().answered()).isEqualTo(2);
        assertThat(was.day().gaveUp()).isOne();
        assertThat(was.day().stillWaiting()).isOne();
        assertThat(was.day().mean()).isEqualTo((0 + 10 + 4 + 10) * 60 / 4.0);
        assertThat(was.day().occupancy()).isCloseTo((10 + 15) / 60.0, within(1e-9));
        assertThat(was.queue()).containsExactly(1, 1, 0, 1);
    }

    @Test
    void byTheSameRulesTheSamePeopleWaitForTheSameAgentAnew() {
        var day = past(answered(0, 0, 10), answered(5, 15, 30), gaveUp(20, 24));

        var now = Simulation.of(day.day(Change.NONE, 1), PROMISED, () -> false).whole().day();

        assertThat(now.arrived()).isEqualTo(3);
        // The second is answered when the first is done; the third finds its agent busy, and goes.
        assertThat(now.mean()).isEqualTo((0 + 5 + 4) * 60 / 3.0);
        assertThat(now.gaveUp()).isOne();
    }

    @Test
    void anotherAgentLetsNobodyWait() {
        var day = past(answered(0, 0, 10), answered(5, 15, 30), gaveUp(20, 24));
        var team = new Team(1, Set.of(SALES), 1, Duration.ZERO, minutes(60));
        var change = new Change(Map.of(), null, 1, 1, List.of(team));

        var now = Simulation.of(day.day(change, 1), PROMISED, () -> false).whole().day();

        assertThat(now.answered()).isEqualTo(3);
        assertThat(now.mean()).isZero();
    }

    @Test
    void whatIsNotKnownIsTakenFromWhatIs() {
        var arrivals =
                past(answered(0, 2, 10), answered(5, 9, null), gaveUp(20, 24))
                        .day(Change.NONE, 3)
                        .arrivals();

        assertThat(arrivals).extracting(Arrival::handling).containsOnly(minutes(8));
        // Whoever was answered would have waited at least until then.
        assertThat(arrivals.get(0).patience()).isGreaterThan(minutes(2));
        assertThat(arrivals.get(2).patience()).isEqualTo(minutes(4));
        assertThat(past(answered(0, 2, 10)).day(Change.NONE, 3).arrivals().getFirst().patience())
                .isNull();
    }

    @Test
    void aChangeChangesWhatItSaysAndNothingElse() {
        var past = past(answered(0, 2, 10), answered(5, 9, null), gaveUp(20, 24));
        var before = past.day(Change.NONE, 3);
        var change = new Change(Map.of(SALES, Choice.ROUND_ROBIN), 4, 0.5, 2, List.of());

        var after = past.day(change, 3);

        assertThat(after.arrivals()).hasSize(6);
        assertThat(after.arrivals()).extracting(Arrival::handling).containsOnly(minutes(4));
        assertThat(after.arrivals())
                .extracting(Arrival::patience)
                .containsAll(before.arrivals().stream().map(Arrival::patience).toList());
        assertThat(after.shifts()).extracting(Shift::capacity).containsOnly(4);
        assertThat(after.choices()).containsEntry(SALES, Choice.ROUND_ROBIN);
    }

    private static Past past(Passage... passages) {
        var shift = new Shift(AGENT, Set.of(SALES), 1, Duration.ZERO, minutes(60));
        return new Past(
                minutes(60), List.of(passages), List.of(shift), Map.of(SALES, Choice.LONGEST_IDLE));
    }

    private static Passage answered(int came, int given, @Nullable Integer done) {
        return new Passage(
                SALES, minutes(came), minutes(given), AGENT, done == null ? null : minutes(done));
    }

    private static Passage gaveUp(int came, int left) {
        return new Passage(SALES, minutes(came), minutes(left), null, null);
    }

    private static Passage waits(int came) {
        return new Passage(SALES, minutes(came), null, null, null);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
