package io.moked.routing.simulation;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How a day went: altogether, and in each department. */
public record Course(Section whole, Map<UUID, Section> departments) {

    /**
     * One share of it.
     *
     * @param hours by the hour in which people came; agents are counted in the hours they worked
     * @param queue how many waited at once, at most, in each quarter of an hour
     */
    public record Section(Figures day, List<Figures> hours, List<Integer> queue) {}

    /**
     * What is told of those who came. A wait ends by an answer, by giving up or with the day, and
     * all of these count: leaving out those who gave up would make the worst days look good.
     *
     * @param stillWaiting when the day ended
     * @param waited the share of those who were not given at once
     * @param mean in seconds
     * @param p50 in seconds, the smallest wait that at least half do not exceed; likewise the next
     * @param serviceLevel the share answered within the time promised. Who gave up within it is not
     *     counted: nobody had the time to keep the promise (the fourth formula of ICMI, "Service
     *     Level Calculations")
     * @param occupancy which share of what agents could hold while they were there they held
     */
    public record Figures(
            int arrived,
            int answered,
            int gaveUp,
            int stillWaiting,
            double waited,
            double mean,
            double p50,
            double p90,
            double p95,
            double serviceLevel,
            double occupancy) {}
}
