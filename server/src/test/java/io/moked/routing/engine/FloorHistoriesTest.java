package io.moked.routing.engine;

import static io.moked.routing.engine.Cast.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Whatever happens on a floor, in any order: its promises are checked after each event by
 * arithmetic of our own. Each time another history; its seed is told where it fails.
 */
class FloorHistoriesTest {

    private static final List<UUID> DEPARTMENTS = List.of(id(901), id(902), id(903));
    private static final List<UUID> SKILLS = List.of(id(801), id(802));

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Floor floor =
            new Floor(Map.of(id(901), Choice.LEAST_OCCUPIED, id(902), Choice.MOST_SKILLED));
    private final Map<UUID, Agent> agents = new TreeMap<>();
    private final Map<UUID, Waiting> waiting = new HashMap<>();
    private final Map<UUID, Held> held = new HashMap<>();
    private final Set<UUID> everGiven = new HashSet<>();
    private Instant now = Instant.parse("2026-11-29T12:00:00Z");
    private int newest = 1000;

    private record Held(UUID agent, int units) {}

    @RepeatedTest(50)
    void everyPromiseHoldsAfterEveryEvent() {
        IntStream.range(1, 9).forEach(n -> tell(agent(id(n), 0)));
        for (int n = 0; n < 600; n++) {
            now = now.plusMillis(random.nextInt(5_000));
            happen();
            nobodyWaitsWhomSomebodyCouldHave();
        }
        everybodyIsGivenInTheEnd();
    }

    private void happen() {
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> come(newcomer());
            case 4, 5, 6 -> end(held.keySet());
            case 7 -> tell(agent(oneOf(agents.keySet()), null));
            case 8 -> leave();
            default -> changeWhoWaits();
        }
    }

    private void come(Waiting one) {
        waiting.put(one.id(), one);
        check(floor.waits(one, now));
    }

    private void changeWhoWaits() {
        if (!waiting.isEmpty()) {
            var one = newcomer();
            var old = waiting.get(oneOf(waiting.keySet()));
            come(
                    new Waiting(
                            old.id(),
                            one.lines(),
                            old.standing(),
                            old.units(),
                            Map.of(),
                            one.preferred(),
                            null,
                            one.declined()));
        }
    }

    private void leave() {
        if (!waiting.isEmpty()) {
            var gone = oneOf(waiting.keySet());
            waiting.remove(gone);
            check(floor.leaves(gone, now));
        }
    }

    private void end(Set<UUID> of) {
        if (!of.isEmpty()) {
            var ended = held.remove(oneOf(of));
            var it = agents.get(ended.agent());
            tell(with(it, it.used() - ended.units()));
        }
    }

    private void tell(Agent agent) {
        agents.put(agent.id(), agent);
        check(floor.works(agent, now));
    }

    /** Each decision must be right in the state that those before it have left. */
    private void check(List<Decision> decisions) {
        for (var decision : decisions) {
            var one = waiting.get(decision.conversation());
            var agent = agents.get(decision.agent());
            assertThat(everGiven.add(decision.conversation())).as("seed %d: once", seed).isTrue();
            assertThat(couldHave(agent, one)).as("seed %d: %s", seed, decision).isTrue();
            assertThat(
                            waiting.values().stream()
                                    .filter(it -> Waiting.ORDER.compare(it, one) < 0)
                                    .filter(it -> couldHave(agent, it)))
                    .as("seed %d: passed by %s", seed, decision)
                    .isEmpty();
            assertThat(decision.considered().getFirst().agent()).isEqualTo(agent.id());
            waiting.remove(one.id());
            held.put(one.id(), new Held(agent.id(), one.units()));
            agents.put(agent.id(), with(agent, agent.used() + one.units()));
        }
    }

    /** But for one agent for each big one before it, who keeps room for that. */
    private void nobodyWaitsWhomSomebodyCouldHave() {
        for (var one : waiting.values()) {
            var able = agents.values().stream().filter(it -> couldHave(it, one)).count();
            var bigBefore =
                    waiting.values().stream()
                            .filter(it -> it.units() > 1 && Waiting.ORDER.compare(it, one) < 0)
                            .count();
            assertThat(able).as("seed %d: %s waits", seed, one).isLessThanOrEqualTo(bigBefore);
        }
    }

    private void everybodyIsGivenInTheEnd() {
        agents.keySet().stream().toList().forEach(it -> tell(able(agents.get(it))));
        while (!held.isEmpty()) {
            end(held.keySet());
        }
        assertThat(waiting.values())
                .as("seed %d", seed)
                .allMatch(one -> agents.values().stream().noneMatch(it -> couldHave(it, one)));
        agents.values().forEach(it -> assertThat(it.used()).as("seed %d: %s", seed, it).isZero());
    }

    private static boolean couldHave(Agent agent, Waiting one) {
        return agent.isAvailable()
                && one.lines().stream().anyMatch(agent.departments()::contains)
                && (one.sticky() == null || one.sticky().equals(agent.id()))
                && !one.declined().contains(agent.id())
                && one.required().entrySet().stream()
                        .allMatch(it -> agent.level(it.getKey()) >= it.getValue())
                && agent.used() + one.units() <= agent.capacity();
    }

    private Waiting newcomer() {
        var lines = new ArrayList<>(DEPARTMENTS);
        while (lines.size() > 1 && random.nextBoolean()) {
            lines.remove(random.nextInt(lines.size()));
        }
        return new Waiting(
                id(newest++),
                lines,
                now.minusSeconds(random.nextInt(900)),
                random.nextInt(4) == 0 ? random.nextInt(1, 4) : 1,
                some(),
                some(),
                random.nextInt(8) == 0 ? oneOf(agents.keySet()) : null,
                random.nextInt(8) == 0 ? Set.of(oneOf(agents.keySet())) : Set.of());
    }

    private Map<UUID, Integer> some() {
        return random.nextInt(4) == 0
                ? Map.of(SKILLS.get(random.nextInt(2)), random.nextInt(1, 4))
                : Map.of();
    }

    /** As somebody may stand; what they hold stays what it is. */
    private Agent agent(UUID id, @Nullable Integer used) {
        var holds = used == null ? agents.get(id).used() : used;
        var departments = new HashSet<UUID>();
        DEPARTMENTS.stream().filter(it -> random.nextBoolean()).forEach(departments::add);
        return new Agent(
                id,
                departments,
                Map.of(SKILLS.get(0), random.nextInt(6), SKILLS.get(1), random.nextInt(6)),
                random.nextInt(4) > 0,
                Math.max(random.nextInt(1, 6), holds),
                holds,
                now,
                now);
    }

    private static Agent able(Agent it) {
        return new Agent(
                it.id(),
                Set.copyOf(DEPARTMENTS),
                Map.of(SKILLS.get(0), 5, SKILLS.get(1), 5),
                true,
                9,
                it.used(),
                it.idleSince(),
                it.lastGiven());
    }

    private static Agent with(Agent it, int used) {
        return new Agent(
                it.id(),
                it.departments(),
                it.skills(),
                it.isAvailable(),
                it.capacity(),
                used,
                it.idleSince(),
                it.lastGiven());
    }

    private UUID oneOf(Set<UUID> ids) {
        return ids.stream().sorted().skip(random.nextInt(ids.size())).findFirst().orElseThrow();
    }
}
