package io.moked.routing.simulation;

import io.moked.routing.engine.Choice;
import io.moked.routing.simulation.Day.Arrival;
import io.moked.routing.simulation.Day.Shift;
import io.moked.routing.simulation.Plan.Team;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day that was, as far as it is known. What is not known of it is drawn, from what is.
 *
 * @param length when it ends; times are counted from its begin
 * @param shifts when agents were there
 * @param choices how agents of each department are chosen
 */
public record Past(
        Duration length, List<Passage> passages, List<Shift> shifts, Map<UUID, Choice> choices) {

    /** How long an agent takes where nobody has ever been done that day. */
    private static final Duration USUAL_HANDLING = Duration.ofMinutes(10);

    public Past {
        passages = List.copyOf(passages);
        shifts = List.copyOf(shifts);
        choices = Map.copyOf(choices);
    }

    /**
     * A wait, and what came of it.
     *
     * @param came zero for those who waited already
     * @param ended when the wait did; null where it goes on
     * @param agent who was given it; null where nobody was
     * @param done when the agent was; null where they are not
     */
    public record Passage(
            UUID department,
            Duration came,
            @Nullable Duration ended,
            @Nullable UUID agent,
            @Nullable Duration done) {

        /** It ended, and nobody had it. */
        public boolean gaveUp() {
            return ended != null && agent == null;
        }

        /** Null where that is not known. */
        public @Nullable Duration handling() {
            return done == null || ended == null ? null : done.minus(ended);
        }
    }

    /**
     * What is to be otherwise than it was.
     *
     * @param choices how agents are chosen, in departments where that is to change
     * @param capacity how many conversations everybody holds at once; null for their own capacity
     * @param handling how long agents take, as a share of what they took
     * @param arrivals how many come, likewise
     * @param teams who is there as well
     */
    public record Change(
            Map<UUID, Choice> choices,
            @Nullable Integer capacity,
            double handling,
            double arrivals,
            List<Team> teams) {

        public static final Change NONE = new Change(Map.of(), null, 1, 1, List.of());
    }

    /** The day as it could have gone; the same seed draws the same of what is not known. */
    public Day day(Change change, long seed) {
        var rules = new HashMap<>(choices);
        rules.putAll(change.choices());
        var there = new ArrayList<Shift>();
        for (var it : shifts) {
            there.add(
                    change.capacity() == null
                            ? it
                            : new Shift(
                                    it.agent(),
                                    it.departments(),
                                    change.capacity(),
                                    it.from(),
                                    it.to()));
        }
        there.addAll(Plan.shifts(change.teams()));
        return new Day(length, arrivals(change, new Chance(seed)), there, rules);
    }

    /**
     * What is drawn of one is drawn whatever is to change, so that two days differ by that only.
     */
    private List<Arrival> arrivals(Change change, Chance chance) {
        var drawn = new ArrayList<Arrival>();
        var guess = new Guess(this, USUAL_HANDLING);
        for (var it : passages) {
            var handling = guess.handling(it, chance);
            var patience = guess.patience(it, chance);
            double share = chance.share();
            var taking = Duration.ofNanos(Math.round(handling.toNanos() * change.handling()));
            int copies = (int) (change.arrivals() + share);
            for (int copy = 0; copy < copies; copy++) {
                var at = copy == 0 ? it.came() : nearby(it.came(), copies, copy);
                drawn.add(new Arrival(at, it.department(), taking, patience));
            }
        }
        return drawn;
    }

    /** Whoever comes beside somebody comes within the same quarter of an hour. */
    private static Duration nearby(Duration came, int copies, int copy) {
        var begin = Day.QUARTER.multipliedBy(came.dividedBy(Day.QUARTER));
        long shift = Day.QUARTER.toNanos() / copies * copy;
        return begin.plusNanos((came.minus(begin).toNanos() + shift) % Day.QUARTER.toNanos());
    }

    /** The day as it went. */
    public Course was(Duration promised) {
        var tally = new Tally(new Day(length, List.of(), shifts, choices), promised);
        for (var it : passages) {
            var arrival = new Arrival(it.came(), it.department(), Duration.ZERO, null);
            var ended = it.ended();
            if (ended == null || ended.compareTo(length) > 0) {
                tally.stillWaits(arrival);
            } else if (it.gaveUp()) {
                tally.gaveUp(arrival, ended);
            } else {
                tally.answered(arrival, ended);
            }
        }
        new Attendance(this).tell(tally);
        return tally.course();
    }
}
