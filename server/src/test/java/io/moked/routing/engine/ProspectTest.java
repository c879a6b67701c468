package io.moked.routing.engine;

import static io.moked.routing.engine.Cast.NOON;
import static io.moked.routing.engine.Cast.SALES;
import static io.moked.routing.engine.Cast.SUPPORT;
import static io.moked.routing.engine.Cast.agent;
import static io.moked.routing.engine.Cast.away;
import static io.moked.routing.engine.Cast.id;
import static io.moked.routing.engine.Cast.skilled;
import static io.moked.routing.engine.Cast.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a wait becomes while nothing happens. */
class ProspectTest {

    private static final UUID HEBREW = Cast.HEBREW;
    private static final Overflow TO_SUPPORT =
            new Overflow(Duration.ofSeconds(60), List.of(SUPPORT));
    private static final Keeping KEEPING = new Keeping(Duration.ofHours(24), Duration.ofMinutes(5));

    @Test
    void itStandsInTheLinesOfOthersFromTheVeryMomentOn() {
        var since = NOON;
        assertThat(TO_SUPPORT.lines(SALES, since, since.plusSeconds(59))).containsExactly(SALES);
        assertThat(TO_SUPPORT.lines(SALES, since, since.plusSeconds(60)))
                .containsExactly(SALES, SUPPORT);
        assertThat(TO_SUPPORT.beginsAt(since, since.plusSeconds(59)))
                .contains(since.plusSeconds(60));
        assertThat(TO_SUPPORT.beginsAt(since, since.plusSeconds(60))).isEmpty();
        assertThat(Overflow.NONE.beginsAt(since, since)).isEmpty();
    }

    @Test
    void aWayBackIsFoundHoweverFarItGoesRound() {
        var ways = Map.of(SALES, List.of(SUPPORT), SUPPORT, List.of(id(3)), id(3), List.of(id(4)));
        assertThat(Overflow.leadsBack(SALES, ways)).isFalse();
        assertThat(Overflow.leadsBack(id(4), Map.of(id(4), List.of(SALES)))).isFalse();
        assertThat(
                        Overflow.leadsBack(
                                SALES,
                                Map.of(
                                        SALES,
                                        List.of(SUPPORT),
                                        SUPPORT,
                                        List.of(id(3)),
                                        id(3),
                                        List.of(SALES))))
                .isTrue();
    }

    @Test
    void itIsKeptWithinTheTimeAndNoLongerThanIsGoodForIt() {
        assertThat(KEEPING.until(NOON.minus(Duration.ofHours(24)), NOON, NOON))
                .contains(NOON.plusSeconds(300));
        assertThat(KEEPING.until(NOON.minus(Duration.ofHours(25)), NOON, NOON)).isEmpty();
        assertThat(KEEPING.until(NOON, NOON, NOON.plusSeconds(300))).isEmpty();
        assertThat(Keeping.NONE.until(NOON, NOON, NOON)).isEmpty();
    }

    @Test
    void nothingIsKeptForWhoeverCouldNotHaveIt() {
        var plain = prospect(Cast.needing(waiting(1, 10), HEBREW), Terms.NONE);
        var ann = agent(1, 1, 0, NOON);
        assertThat(plain.keptFor(ann, NOON.plusSeconds(9)).keptUntil()).isEmpty();
        var kept = plain.keptFor(skilled(ann, HEBREW, 3), NOON.plusSeconds(9));
        assertThat(kept.waiting().sticky()).isEqualTo(ann.id());
        assertThat(kept.changes()).containsExactly(NOON.plusSeconds(9));
        var declined =
                plain.among(List.of(ann, skilled(agent(2, 1, 0, NOON), HEBREW, 1)), Set.of(id(1)));
        assertThat(declined.keptFor(skilled(ann, HEBREW, 3), NOON).keptUntil()).isEmpty();
    }

    @Test
    void whoeverWasAskedIsOutOnlyWhileSomebodyElseIsThere() {
        var one = waiting(1, 10);
        var ann = agent(1, 1, 0, NOON);
        var ben = agent(2, 1, 1, NOON);
        assertThat(one.notFor(Set.of(id(1)), List.of(ann, ben)).declined()).containsExactly(id(1));
        assertThat(one.notFor(Set.of(id(1)), List.of(ann, away(ben))).declined()).isEmpty();
        assertThat(one.notFor(Set.of(id(1), id(2)), List.of(ann, ben)).declined()).isEmpty();
    }

    private static Prospect prospect(Waiting one, Terms terms) {
        return Prospect.of(one, new Needs(one.required(), Map.of()), terms, one.standing(), NOON);
    }
}
