package io.moked.routing.simulation;

import io.moked.routing.engine.Agent;
import io.moked.routing.simulation.Day.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was there on a past day, and how much they held. */
final class Attendance {

    private final Past past;
    private final Map<UUID, Agent> agents = new HashMap<>();

    Attendance(Past past) {
        this.past = past;
    }

    /**
     * Something changes for an agent.
     *
     * @param isThere null where they come or go not
     */
    private record Turn(Duration at, UUID agent, @Nullable Boolean isThere, int units) {}

    void tell(Tally tally) {
        past.shifts().forEach(it -> agents.put(it.agent(), away(it)));
        for (var turn : turns()) {
            var before = agents.get(turn.agent());
            if (before != null) {
                var now = after(before, turn);
                agents.put(now.id(), now);
                tally.stands(now, turn.at());
            }
        }
        agents.values().forEach(it -> tally.stands(it, past.length()));
    }

    private List<Turn> turns() {
        var turns = new ArrayList<Turn>();
        for (var it : past.shifts()) {
            turns.add(new Turn(it.from(), it.agent(), true, 0));
            turns.add(new Turn(it.to(), it.agent(), false, 0));
        }
        for (var it : past.passages()) {
            if (it.agent() != null && it.ended() != null) {
                turns.add(new Turn(it.ended(), it.agent(), null, 1));
                if (it.done() != null) {
                    turns.add(new Turn(it.done(), it.agent(), null, -1));
                }
            }
        }
        turns.removeIf(it -> it.at().compareTo(past.length()) > 0);
        turns.sort(Comparator.comparing(Turn::at));
        return turns;
    }

    private static Agent away(Shift it) {
        return new Agent(
                it.agent(),
                it.departments(),
                Map.of(),
                false,
                it.capacity(),
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static Agent after(Agent it, Turn turn) {
        return new Agent(
                it.id(),
                it.departments(),
                it.skills(),
                turn.isThere() == null ? it.isAvailable() : turn.isThere(),
                it.capacity(),
                it.used() + turn.units(),
                it.idleSince(),
                it.lastGiven());
    }
}
