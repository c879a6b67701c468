package io.moked.routing.simulation;

import static java.util.stream.Collectors.groupingBy;

import io.moked.routing.engine.Agent;
import io.moked.routing.simulation.Course.Figures;
import io.moked.routing.simulation.Course.Section;
import io.moked.routing.simulation.Day.Arrival;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Keeps account of a day while it goes on. */
final class Tally {

    private final Day day;
    private final Duration promised;
    private final List<Wait> waits = new ArrayList<>();
    private final Presence presence;

    Tally(Day day, Duration promised) {
        this.day = day;
        this.promised = promised;
        this.presence = new Presence(day.hours());
    }

    private enum End {
        ANSWERED,
        GAVE_UP,
        NONE
    }

    private record Wait(UUID department, Duration from, Duration length, End end) {

        int hour() {
            return Math.toIntExact(from.toHours());
        }
    }

    void answered(Arrival arrival, Duration now) {
        end(arrival, now, End.ANSWERED);
    }

    void gaveUp(Arrival arrival, Duration now) {
        end(arrival, now, End.GAVE_UP);
    }

    void stillWaits(Arrival arrival) {
        end(arrival, day.length(), End.NONE);
    }

    private void end(Arrival it, Duration now, End end) {
        waits.add(new Wait(it.department(), it.at(), now.minus(it.at()), end));
    }

    void stands(Agent agent, Duration now) {
        presence.stands(agent, now);
    }

    Course course() {
        var byDepartment = waits.stream().collect(groupingBy(Wait::department));
        var departments = new HashSet<>(day.choices().keySet());
        departments.addAll(byDepartment.keySet());
        var sections = new TreeMap<UUID, Section>();
        for (var it : departments) {
            var own = byDepartment.getOrDefault(it, List.of());
            sections.put(it, section(own, presence.in(it)));
        }
        return new Course(section(waits, presence.all()), sections);
    }

    private Section section(List<Wait> some, Presence.Share there) {
        var byHour = some.stream().collect(groupingBy(Wait::hour));
        var hours =
                IntStream.range(0, day.hours())
                        .mapToObj(it ->
                                figures(byHour.getOrDefault(it, List.of()), there.occupancy(it)))
                        .toList();
        return new Section(figures(some, there.occupancy()), hours, queue(some));
    }

    /** Goes from one coming or going to the next; between two of them as many wait. */
    private List<Integer> queue(List<Wait> some) {
        var changes = new TreeMap<Duration, Integer>();
        for (var it : some) {
            if (it.length().isPositive()) {
                changes.merge(it.from(), 1, Integer::sum);
                changes.merge(it.from().plus(it.length()), -1, Integer::sum);
            }
        }
        var most = new ArrayList<Integer>();
        int waiting = 0;
        for (var change : changes.entrySet()) {
            fill(most, waiting, quarter(change.getKey()));
            waiting += change.getValue();
            if (quarter(change.getKey()) < day.quarters()) {
                most.set(most.size() - 1, Math.max(most.getLast(), waiting));
            }
        }
        fill(most, waiting, day.quarters() - 1);
        return most;
    }

    private void fill(List<Integer> most, int waiting, int last) {
        while (most.size() <= Math.min(last, day.quarters() - 1)) {
            most.add(waiting);
        }
    }

    private static int quarter(Duration at) {
        return Math.toIntExact(at.dividedBy(Day.QUARTER));
    }

    private Figures figures(Collection<Wait> some, double occupancy) {
        var lengths = some.stream().mapToDouble(it -> seconds(it.length())).sorted().toArray();
        var early = count(some, End.ANSWERED, true);
        return new Figures(
                some.size(),
                count(some, End.ANSWERED, false),
                count(some, End.GAVE_UP, false),
                count(some, End.NONE, false),
                share(some.stream().filter(it -> it.length().isPositive()).count(), some.size()),
                DoubleStream.of(lengths).average().orElse(0),
                rank(lengths, 50),
                rank(lengths, 90),
                rank(lengths, 95),
                share(early, some.size() - count(some, End.GAVE_UP, true)),
                occupancy);
    }

    private int count(Collection<Wait> some, End end, boolean onlyAsPromised) {
        return (int)
                some.stream()
                        .filter(it -> it.end() == end)
                        .filter(it -> !onlyAsPromised || it.length().compareTo(promised) <= 0)
                        .count();
    }

    private static double share(long some, long all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static double rank(double[] sorted, int percent) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.ceil(sorted.length * percent / 100.0) - 1];
    }

    private static double seconds(Duration it) {
        return it.toNanos() / 1e9;
    }
}
