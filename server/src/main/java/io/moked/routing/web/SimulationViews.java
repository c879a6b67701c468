package io.moked.routing.web;

import io.moked.routing.Departments;
import io.moked.routing.simulation.Course;
import io.moked.routing.simulation.Course.Figures;
import io.moked.routing.simulation.Course.Section;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Days that were gone through, as the API tells them. */
@Component
class SimulationViews {

    private final Departments departments;

    SimulationViews(Departments departments) {
        this.departments = departments;
    }

    /** How the day went. */
    record SimulationView(SimulatedSection whole, List<SimulatedDepartment> departments) {}

    record SimulatedDepartment(UUID id, String name, SimulatedSection section) {}

    /**
     * One share of it.
     *
     * @param hours by the hour in which people came
     * @param queue how many waited at once, at most, in each quarter of an hour
     */
    record SimulatedSection(
            SimulatedFigures day, List<SimulatedFigures> hours, List<Integer> queue) {}

    /**
     * What is told of those who came. Every wait counts, whether it ended by an answer, by giving
     * up or with the day.
     *
     * @param stillWaiting when the day ended
     * @param waited the share of those who were not given to an agent at once
     * @param meanSeconds the average wait
     * @param p50Seconds a wait that at least half do not exceed; likewise the next
     * @param serviceLevel the share answered within the time promised, without those who gave up
     *     within it
     * @param occupancy which share of what agents could hold while they were there they held
     */
    record SimulatedFigures(
            int arrived,
            int answered,
            int gaveUp,
            int stillWaiting,
            double waited,
            double meanSeconds,
            double p50Seconds,
            double p90Seconds,
            double p95Seconds,
            double serviceLevel,
            double occupancy) {}

    SimulationView of(Course course) {
        Map<UUID, String> names = departments.names(course.departments().keySet());
        return new SimulationView(
                view(course.whole()),
                course.departments().entrySet().stream()
                        .map(it ->
                                new SimulatedDepartment(
                                        it.getKey(),
                                        names.getOrDefault(it.getKey(), ""),
                                        view(it.getValue())))
                        .toList());
    }

    private static SimulatedSection view(Section it) {
        return new SimulatedSection(
                view(it.day()),
                it.hours().stream().map(SimulationViews::view).toList(),
                it.queue());
    }

    private static SimulatedFigures view(Figures it) {
        return new SimulatedFigures(
                it.arrived(),
                it.answered(),
                it.gaveUp(),
                it.stillWaiting(),
                it.waited(),
                it.mean(),
                it.p50(),
                it.p90(),
                it.p95(),
                it.serviceLevel(),
                it.occupancy());
    }
}
