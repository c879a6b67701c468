package io.moked.routing.engine;

import static io.moked.routing.engine.Cast.HEBREW;
import static io.moked.routing.engine.Cast.NOON;
import static io.moked.routing.engine.Cast.SALES;
import static io.moked.routing.engine.Cast.agent;
import static io.moked.routing.engine.Cast.id;
import static io.moked.routing.engine.Cast.skilled;
import static io.moked.routing.engine.Cast.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedsTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Needs FLUENT = new Needs(Map.of(HEBREW, 3), Map.of());

    @Test
    void withEveryStepALevelLessIsRequiredAndWhatWasAskedForIsPreferred() {
        assertThat(FLUENT.after(Duration.ofSeconds(59), MINUTE)).isEqualTo(FLUENT);
        assertThat(FLUENT.after(Duration.ofSeconds(60), MINUTE))
                .isEqualTo(new Needs(Map.of(HEBREW, 2), Map.of(HEBREW, 3)));
        assertThat(FLUENT.after(Duration.ofSeconds(179), MINUTE).required())
                .isEqualTo(Map.of(HEBREW, 1));
        assertThat(FLUENT.after(Duration.ofSeconds(180), MINUTE))
                .isEqualTo(new Needs(Map.of(), Map.of(HEBREW, 3)));
    }

    @Test
    void whereADepartmentWouldRatherWaitNothingIsRelaxed() {
        assertThat(FLUENT.after(Duration.ofDays(3), null)).isEqualTo(FLUENT);
        assertThat(FLUENT.relaxesAt(NOON, NOON.plusSeconds(9), null)).isEmpty();
    }

    @Test
    void itIsKnownWhenLessWillBeRequiredUntilNothingIs() {
        assertThat(FLUENT.relaxesAt(NOON, NOON.plusSeconds(59), MINUTE))
                .hasValue(NOON.plusSeconds(60));
        assertThat(FLUENT.relaxesAt(NOON, NOON.plusSeconds(60), MINUTE))
                .hasValue(NOON.plusSeconds(120));
        assertThat(FLUENT.relaxesAt(NOON, NOON.plusSeconds(180), MINUTE)).isEmpty();
    }

    @Test
    void whoHasWhatWasAskedForStillComesBeforeWhoHasLess() {
        var some = skilled(agent(1, 1, 0, NOON.minusSeconds(900)), HEBREW, 1);
        var fluent = skilled(agent(2, 1, 0, NOON), HEBREW, 3);
        var asking = waiting(11, 180).asking(FLUENT.after(Duration.ofSeconds(180), MINUTE));
        var floor = Floor.of(Map.of(), List.of(some, fluent), List.of(asking));
        assertThat(floor.settle(NOON)).extracting(Decision::agent).containsExactly(id(2));
    }

    /** Whoever comes later than the most that urgency is worth comes after, however urgent. */
    @Test
    void nobodyIsPassedByWhoComesLaterThanUrgencyIsWorth() {
        for (var first : Priority.values()) {
            for (var second : Priority.values()) {
                for (int later = 0; later <= 6_000; later += 60) {
                    var one = standing(1, first, NOON);
                    var two = standing(2, second, NOON.plusSeconds(later));
                    var worth = second.start().minus(first.start());
                    assertThat(Waiting.ORDER.compare(two, one) < 0)
                            .isEqualTo(Duration.ofSeconds(later).compareTo(worth) < 0);
                }
            }
        }
    }

    private static Waiting standing(int n, Priority priority, Instant since) {
        return new Waiting(
                id(n),
                List.of(SALES),
                priority.standing(since),
                1,
                Map.of(),
                Map.of(),
                null,
                Set.of());
    }
}
