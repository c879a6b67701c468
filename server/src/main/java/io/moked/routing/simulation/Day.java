package io.moked.routing.simulation;

import io.moked.routing.engine.Choice;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a day brings, before anything is decided. How long an agent takes and how long somebody
 * waits belong to whoever comes: so one day can be gone through under two rules, and what differs
 * is due to the rules.
 *
 * @param length when it ends; times are counted from its begin
 * @param choices how agents of each department are chosen
 */
public record Day(
        Duration length, List<Arrival> arrivals, List<Shift> shifts, Map<UUID, Choice> choices) {

    static final Duration QUARTER = Duration.ofMinutes(15);

    public Day {
        arrivals = arrivals.stream().sorted(Comparator.comparing(Arrival::at)).toList();
        shifts = List.copyOf(shifts);
        choices = Map.copyOf(choices);
    }

    /**
     * Somebody comes.
     *
     * @param handling how long an agent has this conversation, whatever else they hold
     * @param patience after which they wait no longer; null for those who always do
     */
    public record Arrival(
            Duration at, UUID department, Duration handling, @Nullable Duration patience) {}

    /**
     * An agent is there, and is given what waits. What they hold at the end of it, they finish.
     *
     * @param capacity how many conversations they hold at once
     */
    public record Shift(
            UUID agent, Set<UUID> departments, int capacity, Duration from, Duration to) {

        public Shift {
            departments = Set.copyOf(departments);
        }
    }

    int quarters() {
        return Math.toIntExact(length.plus(QUARTER).minusNanos(1).dividedBy(QUARTER));
    }

    int hours() {
        return Math.toIntExact(length.plusHours(1).minusNanos(1).toHours());
    }
}
