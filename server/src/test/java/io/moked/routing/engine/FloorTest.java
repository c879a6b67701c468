package io.moked.routing.engine;

import static io.moked.routing.engine.Cast.HEBREW;
import static io.moked.routing.engine.Cast.NOON;
import static io.moked.routing.engine.Cast.SALES;
import static io.moked.routing.engine.Cast.SUPPORT;
import static io.moked.routing.engine.Cast.agent;
import static io.moked.routing.engine.Cast.away;
import static io.moked.routing.engine.Cast.heavy;
import static io.moked.routing.engine.Cast.id;
import static io.moked.routing.engine.Cast.in;
import static io.moked.routing.engine.Cast.needing;
import static io.moked.routing.engine.Cast.skilled;
import static io.moked.routing.engine.Cast.sticking;
import static io.moked.routing.engine.Cast.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FloorTest {

    private final Floor floor = new Floor(Map.of());

    @Test
    void whoComesIsGivenToTheAgentWhoHasBeenIdleLongest() {
        floor.works(agent(1, 3, 0, NOON.minusSeconds(10)), NOON);
        floor.works(agent(2, 3, 0, NOON.minusSeconds(90)), NOON);
        floor.works(agent(3, 3, 0, NOON.minusSeconds(50)), NOON);

        var decision = floor.waits(waiting(11, 0), NOON);

        assertThat(decision).extracting(Decision::agent).containsExactly(id(2));
        assertThat(decision.getFirst().considered())
                .extracting(Considered::agent)
                .containsExactly(id(2), id(3), id(1));
    }

    @Test
    void eachDepartmentChoosesInItsOwnWay() {
        var byRoom = new Floor(Map.of(SALES, Choice.LEAST_OCCUPIED));
        byRoom.works(agent(1, 10, 4, NOON.minusSeconds(90)), NOON);
        byRoom.works(agent(2, 2, 1, NOON.minusSeconds(99)), NOON);
        assertThat(agents(byRoom.waits(waiting(11, 0), NOON))).containsExactly(id(1));

        var inTurn = new Floor(Map.of(SALES, Choice.ROUND_ROBIN));
        inTurn.works(agent(1, 9, 0, NOON), NOON);
        inTurn.works(agent(2, 9, 0, NOON), NOON);
        var given =
                List.of(11, 12, 13, 14).stream()
                        .flatMap(n ->
                                agents(inTurn.waits(waiting(n, 0), NOON.plusSeconds(n))).stream())
                        .toList();
        assertThat(given).containsExactly(id(1), id(2), id(1), id(2));
    }

    @Test
    void whoGetsRoomIsGivenWhoStandsFirstOfThoseTheyCanHave() {
        floor.waits(needing(waiting(11, 90), HEBREW), NOON);
        floor.waits(waiting(12, 60), NOON);
        floor.waits(waiting(13, 30), NOON);

        var decisions = floor.works(agent(1, 1, 0, NOON), NOON);

        assertThat(decisions).extracting(Decision::conversation).containsExactly(id(12));
        assertThat(decisions.getFirst().passed()).isOne();
        assertThat(floor.obstacles(id(11))).hasValue(Map.of(Obstacle.LACKS_SKILL, 1));
    }

    @Test
    void nobodyIsGivenMoreThanTheyCanHold() {
        floor.works(agent(1, 2, 0, NOON), NOON);
        assertThat(agents(floor.waits(waiting(11, 0), NOON))).containsExactly(id(1));
        assertThat(agents(floor.waits(waiting(12, 0), NOON))).containsExactly(id(1));
        assertThat(floor.waits(waiting(13, 0), NOON)).isEmpty();
        assertThat(floor.obstacles(id(13))).hasValue(Map.of(Obstacle.FULL, 1));
    }

    @Test
    void whatHasOverflowedIsGivenAtHomeWhereSomebodyThereCanHaveIt() {
        floor.works(agent(1, 1, 0, NOON.minusSeconds(90)), NOON);
        floor.works(in(SUPPORT, agent(2, 1, 0, NOON)), NOON);

        assertThat(agents(floor.waits(in(List.of(SUPPORT, SALES), waiting(11, 0)), NOON)))
                .containsExactly(id(2));
        assertThat(agents(floor.waits(in(List.of(SUPPORT, SALES), waiting(12, 0)), NOON)))
                .containsExactly(id(1));
    }

    @Test
    void preferredSkillsComeBeforeTheWayOfChoosing() {
        floor.works(agent(1, 1, 0, NOON.minusSeconds(90)), NOON);
        floor.works(skilled(agent(2, 1, 0, NOON), HEBREW, 3), NOON);
        var preferring =
                new Waiting(
                        id(11),
                        List.of(SALES),
                        NOON,
                        1,
                        Map.of(),
                        Map.of(HEBREW, 2),
                        null,
                        Set.of());

        assertThat(agents(floor.waits(preferring, NOON))).containsExactly(id(2));
    }

    @Test
    void whatWaitsForOneAgentWaitsUntilItDoesNoMore() {
        floor.works(agent(1, 1, 1, NOON), NOON);
        floor.works(agent(2, 1, 0, NOON), NOON);
        var sticky = waiting(11, 0);
        assertThat(floor.waits(sticking(sticky, id(1)), NOON)).isEmpty();
        assertThat(floor.obstacles(id(11)))
                .hasValue(Map.of(Obstacle.FULL, 1, Obstacle.WAITS_FOR_ANOTHER, 1));

        assertThat(agents(floor.waits(sticky, NOON))).containsExactly(id(2));
    }

    @Test
    void whoDeclinedIsNotAskedAgain() {
        floor.works(agent(1, 1, 0, NOON), NOON);
        var one = waiting(11, 0);
        var declined =
                new Waiting(
                        one.id(), one.lines(), NOON, 1, Map.of(), Map.of(), null, Set.of(id(1)));
        assertThat(floor.waits(declined, NOON)).isEmpty();
        floor.works(agent(2, 1, 0, NOON), NOON);
        assertThat(floor.obstacles(id(11))).isEmpty();
    }

    @Test
    void aBigOneIsGivenInTheEndThoughSmallOnesGoOnComing() {
        floor.works(agent(1, 3, 3, NOON), NOON);
        floor.works(agent(2, 3, 3, NOON), NOON);
        floor.waits(heavy(waiting(10, 99), 3), NOON);
        for (int n = 11; n < 20; n++) {
            floor.waits(waiting(n, 99 - n), NOON);
        }

        // The first to get some room keeps it for the big one, the other goes on with the small.
        assertThat(floor.works(agent(1, 3, 2, NOON), NOON)).isEmpty();
        assertThat(floor.works(agent(2, 3, 2, NOON), NOON))
                .extracting(Decision::conversation)
                .containsExactly(id(11));
        assertThat(floor.works(agent(1, 3, 1, NOON), NOON)).isEmpty();
        assertThat(floor.obstacles(id(12)))
                .hasValue(Map.of(Obstacle.KEPT_FREE, 1, Obstacle.FULL, 1));
        assertThat(floor.works(agent(1, 3, 0, NOON), NOON))
                .extracting(Decision::conversation)
                .containsExactly(id(10));
    }

    @Test
    void whoKeptRoomForABigOneGoesOnWhenItIsGone() {
        floor.works(agent(1, 3, 2, NOON), NOON);
        floor.waits(heavy(waiting(10, 99), 3), NOON);
        floor.waits(waiting(11, 50), NOON);

        assertThat(floor.leaves(id(10), NOON))
                .extracting(Decision::conversation)
                .containsExactly(id(11));
    }

    @Test
    void allThatIsThereIsSettledInTheOrderOfTheLine() {
        var all =
                Floor.of(
                        Map.of(),
                        List.of(agent(1, 2, 0, NOON), agent(2, 1, 0, NOON.minusSeconds(5))),
                        List.of(
                                waiting(14, 10),
                                waiting(11, 40),
                                waiting(13, 20),
                                waiting(12, 30)));

        assertThat(all.settle(NOON))
                .extracting(Decision::conversation)
                .containsExactly(id(11), id(12), id(13));
        assertThat(all.obstacles(id(14))).hasValue(Map.of(Obstacle.FULL, 2));
    }

    @Test
    void whoIsAwayGetsNothing() {
        floor.works(away(agent(1, 3, 0, NOON)), NOON);
        assertThat(floor.waits(waiting(11, 0), NOON)).isEmpty();
        assertThat(agents(floor.works(agent(1, 3, 0, NOON), NOON))).containsExactly(id(1));
    }

    private static List<UUID> agents(List<Decision> decisions) {
        return decisions.stream().map(Decision::agent).toList();
    }
}
