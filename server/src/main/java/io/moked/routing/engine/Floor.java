package io.moked.routing.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Agents at work and conversations that wait. Whatever happens is told here, and the answer is who
 * gets what because of it. Between two calls nobody waits whom an agent with room could have: so
 * what comes in concerns only itself, and an agent only what stands in their own lines.
 *
 * <p>Nobody is passed by somebody behind them whom the same agent could have. What takes more room
 * than any agent has free holds an agent's room until the rest of it is there; one agent does that
 * for it, so that the others go on.
 */
public final class Floor {

    private final Staff staff;
    private final Lines lines = new Lines();
    private final Map<UUID, Desk> keepers = new HashMap<>();
    private final ArrayDeque<Desk> toFill = new ArrayDeque<>();

    /**
     * @param choices how agents of each department are chosen; by the longest idle where nothing is
     *     said
     */
    public Floor(Map<UUID, Choice> choices) {
        this.staff = new Staff(choices);
    }

    /** All that is there at one moment, with nothing decided yet; {@link #settle} does. */
    public static Floor of(
            Map<UUID, Choice> choices, Collection<Agent> agents, Collection<Waiting> waiting) {
        var floor = new Floor(choices);
        agents.forEach(floor.staff::seat);
        waiting.forEach(it -> floor.lines.add(it.forSomebodyOf(agents)));
        return floor;
    }

    /** Gives what can be given, in the order of the lines. */
    public List<Decision> settle(Instant now) {
        var inOrder = new ArrayList<Waiting>();
        lines.inOrder().forEachRemaining(inOrder::add);
        return deciding(inOrder, now);
    }

    /** A conversation begins to wait, or waits otherwise than it did. */
    public List<Decision> waits(Waiting one, Instant now) {
        unqueue(one.id());
        lines.add(one);
        return deciding(List.of(one), now);
    }

    /** A conversation waits no longer, whatever became of it. */
    public List<Decision> leaves(UUID conversation, Instant now) {
        unqueue(conversation);
        return deciding(List.of(), now);
    }

    /** An agent stands as told now: has come, has more room or less, is away. */
    public List<Decision> works(Agent agent, Instant now) {
        var before = staff.unseat(agent.id());
        toFill.add(staff.seat(agent));
        var kept = before == null ? null : before.keptFor();
        if (kept == null) {
            return deciding(List.of(), now);
        }
        keepers.remove(kept.id());
        return deciding(List.of(kept), now);
    }

    /**
     * How many agents of its lines cannot have a conversation that waits, by the reason; empty
     * where it does not wait.
     */
    public Optional<Map<Obstacle, Integer>> obstacles(UUID conversation) {
        return Optional.ofNullable(lines.find(conversation)).map(this::out);
    }

    /** Agents first: what has stood here longer than what is to be placed comes before it. */
    private List<Decision> deciding(List<Waiting> toPlace, Instant now) {
        var decided = new ArrayList<Decision>();
        fillUp(now, decided);
        for (var one : toPlace) {
            if (lines.find(one.id()) != null) {
                place(one, now, decided);
            }
        }
        fillUp(now, decided);
        return decided;
    }

    private void fillUp(Instant now, List<Decision> decided) {
        for (var desk = toFill.poll(); desk != null; desk = toFill.poll()) {
            while (staff.has(desk) && desk.hasRoom() && fill(desk, now, decided)) {
                continue;
            }
        }
    }

    /** Whoever kept room for it may be given others. */
    private void unqueue(UUID conversation) {
        var keeper = keepers.remove(conversation);
        if (keeper != null) {
            keeper.keepFor(null);
            toFill.add(keeper);
        }
        lines.remove(conversation);
    }

    /**
     * Gives it in its own department where somebody there can have it, else where it has overflowed
     * to.
     */
    private void place(Waiting one, Instant now, List<Decision> decided) {
        for (var department : one.lines()) {
            var best = staff.best(department, one);
            if (best.isPresent()) {
                give(one, best.get(), department, lines.before(department, one), now, decided);
                return;
            }
        }
        if (one.units() > 1 && !keepers.containsKey(one.id())) {
            staff.keeper(one).ifPresent(it -> keepRoom(it, one));
        }
    }

    /** What it was kept for before stands behind, and looks for somebody else. */
    private void keepRoom(Desk desk, Waiting one) {
        var before = desk.keptFor();
        desk.keepFor(one);
        keepers.put(one.id(), desk);
        if (before != null) {
            keepers.remove(before.id());
            staff.keeper(before).ifPresent(it -> keepRoom(it, before));
        }
    }

    /** Whether the agent was given something: whoever stands first of those they can have. */
    private boolean fill(Desk desk, Instant now, List<Decision> decided) {
        var own = desk.agent().departments();
        var inOrder = lines.inOrder(own);
        for (int passed = 0; inOrder.hasNext(); passed++) {
            var one = inOrder.next();
            var obstacle = desk.obstacle(one);
            if (obstacle == null) {
                var line = one.lines().stream().filter(own::contains).findFirst().orElseThrow();
                give(one, desk, line, passed, now, decided);
                return true;
            }
            if (obstacle == Obstacle.FULL && !keepers.containsKey(one.id())) {
                keepRoom(desk, one);
            }
            if (keepers.get(one.id()) == desk) {
                return false;
            }
        }
        return false;
    }

    private void give(
            Waiting one, Desk desk, UUID line, int passed, Instant now, List<Decision> decided) {
        decided.add(
                new Decision(
                        one.id(),
                        desk.agent().id(),
                        line,
                        one.units(),
                        staff.choice(line),
                        staff.considered(line, one, desk),
                        out(one),
                        passed,
                        one.sticky() != null));
        unqueue(one.id());
        staff.give(desk, one.units(), now);
    }

    private Map<Obstacle, Integer> out(Waiting one) {
        var counts = new EnumMap<Obstacle, Integer>(Obstacle.class);
        for (var desk : staff.of(one.lines())) {
            var obstacle = desk.obstacle(one);
            if (obstacle != null) {
                counts.merge(obstacle, 1, Integer::sum);
            }
        }
        return counts;
    }
}
