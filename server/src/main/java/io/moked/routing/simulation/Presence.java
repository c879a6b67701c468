package io.moked.routing.simulation;

import io.moked.routing.engine.Agent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.DoubleStream;

/** How much agents could hold while they were there, and how much of that they held. */
final class Presence {

    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final int hours;
    private final Map<UUID, Standing> standing = new HashMap<>();
    private final Map<UUID, Share> departments = new HashMap<>();
    private final Share all;

    Presence(int hours) {
        this.hours = hours;
        this.all = new Share(hours);
    }

    private record Standing(Agent agent, long since) {}

    /** An agent stands so from now on. */
    void stands(Agent agent, Duration now) {
        var before = standing.put(agent.id(), new Standing(agent, now.toNanos()));
        if (before != null && before.agent().isAvailable()) {
            all.add(before.agent(), before.since(), now.toNanos());
            for (var it : before.agent().departments()) {
                share(it).add(before.agent(), before.since(), now.toNanos());
            }
        }
    }

    Share all() {
        return all;
    }

    /** Of those who answer there, whatever else they answer. */
    Share in(UUID department) {
        return share(department);
    }

    private Share share(UUID department) {
        return departments.computeIfAbsent(department, it -> new Share(hours));
    }

    /** Of some agents, in units of capacity times nanoseconds. */
    static final class Share {

        private final double[] able;
        private final double[] held;

        private Share(int hours) {
            able = new double[hours];
            held = new double[hours];
        }

        private void add(Agent agent, long from, long to) {
            for (long at = from; at < to; ) {
                int hour = (int) (at / HOUR);
                long end = Math.min(to, (hour + 1) * HOUR);
                able[hour] += (double) agent.capacity() * (end - at);
                held[hour] += (double) Math.min(agent.used(), agent.capacity()) * (end - at);
                at = end;
            }
        }

        double occupancy(int hour) {
            return able[hour] == 0 ? 0 : held[hour] / able[hour];
        }

        double occupancy() {
            double whole = DoubleStream.of(able).sum();
            return whole == 0 ? 0 : DoubleStream.of(held).sum() / whole;
        }
    }
}
