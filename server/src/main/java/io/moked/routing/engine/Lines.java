package io.moked.routing.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those who wait, by the departments in whose lines they stand. */
final class Lines {

    private final Map<UUID, Waiting> waiting = new HashMap<>();
    private final Map<UUID, Line> lines = new HashMap<>();

    void add(Waiting one) {
        waiting.put(one.id(), one);
        one.lines().forEach(it -> line(it).add(one));
    }

    @Nullable Waiting remove(UUID conversation) {
        var one = waiting.remove(conversation);
        if (one != null) {
            one.lines().forEach(it -> line(it).remove(one));
        }
        return one;
    }

    @Nullable Waiting find(UUID conversation) {
        return waiting.get(conversation);
    }

    Iterator<Waiting> inOrder() {
        return Line.together(lines.values().stream());
    }

    Iterator<Waiting> inOrder(Collection<UUID> departments) {
        return departments.size() == 1
                ? line(departments.iterator().next()).inOrder()
                : Line.together(departments.stream().map(this::line));
    }

    /** How many stand before it. */
    int before(UUID department, Waiting one) {
        return line(department).before(one);
    }

    private Line line(UUID department) {
        return lines.computeIfAbsent(department, it -> new Line());
    }
}
