package io.moked.routing.simulation;

import io.moked.routing.engine.Choice;
import io.moked.routing.simulation.Day.Arrival;
import io.moked.routing.simulation.Day.Shift;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A model day: how many come in each hour, how long they take, and who is there. */
public record Plan(List<Demand> demands, List<Team> teams) {

    /**
     * What comes to a department.
     *
     * @param perHour how many on average, hour after hour from the begin of the day
     * @param patience how long they wait on average; null for those who always wait
     */
    public record Demand(
            UUID department,
            List<Double> perHour,
            Handling handling,
            @Nullable Duration patience,
            Choice choice) {}

    /**
     * How long agents have a conversation: lognormal, as handling times were found to be (Brown et
     * al., "Statistical Analysis of a Telephone Call Center", JASA 100, 2005, section 4.3); or
     * exponential, as the formulas of Erlang have it.
     *
     * @param variation the standard deviation, as a share of the mean; null for exponential
     */
    public record Handling(Duration mean, @Nullable Double variation) {}

    /** Agents who are alike. */
    public record Team(
            int agents, Set<UUID> departments, int capacity, Duration from, Duration to) {}

    /** The same seed draws the same day. Departments draw apart: more of one leaves another. */
    public Day day(long seed) {
        var arrivals = new ArrayList<Arrival>();
        var choices = new HashMap<UUID, Choice>();
        int hours = 0;
        for (var demand : demands) {
            var chance = new Chance(seed ^ demand.department().getLeastSignificantBits());
            arrivals.addAll(arrivals(demand, chance));
            choices.put(demand.department(), demand.choice());
            hours = Math.max(hours, demand.perHour().size());
        }
        return new Day(Duration.ofHours(hours), arrivals, shifts(teams), choices);
    }

    /** A Poisson process, whose rate is another in each hour. */
    private static List<Arrival> arrivals(Demand demand, Chance chance) {
        var drawn = new ArrayList<Arrival>();
        for (int hour = 0; hour < demand.perHour().size(); hour++) {
            double perHour = demand.perHour().get(hour);
            double end = hour + 1;
            for (double at = hour + chance.exponential(1 / perHour);
                    at < end;
                    at += chance.exponential(1 / perHour)) {
                drawn.add(
                        new Arrival(
                                hours(at),
                                demand.department(),
                                chance.handling(demand.handling()),
                                patience(demand, chance)));
            }
        }
        return drawn;
    }

    private static @Nullable Duration patience(Demand demand, Chance chance) {
        return demand.patience() == null ? null : chance.exponential(demand.patience());
    }

    private static Duration hours(double hours) {
        return Duration.ofNanos(Math.round(hours * Duration.ofHours(1).toNanos()));
    }

    static List<Shift> shifts(List<Team> teams) {
        var shifts = new ArrayList<Shift>();
        for (var team : teams) {
            for (int n = 0; n < team.agents(); n++) {
                var agent = new UUID(0, shifts.size() + 1L);
                shifts.add(
                        new Shift(
                                agent,
                                team.departments(),
                                team.capacity(),
                                team.from(),
                                team.to()));
            }
        }
        return shifts;
    }
}
