package io.moked.routing.simulation;

import io.moked.routing.simulation.Day.Arrival;
import io.moked.routing.simulation.Day.Shift;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is still to happen, in its order. */
final class Agenda {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(
                    Comparator.comparing(Entry::at)
                            .thenComparingInt(Entry::turn)
                            .thenComparingLong(Entry::number));
    private long newest;

    /** Something that happens. At the same moment, those named first come first. */
    sealed interface Event {

        /** A shift ends. */
        record Goes(Shift shift) implements Event {}

        /** An agent is done with a conversation. */
        record Ends(UUID agent) implements Event {}

        /** A shift begins. */
        record Comes(Shift shift) implements Event {}

        record Arrives(Arrival arrival) implements Event {}

        /** Somebody will wait no longer, if they still do. */
        record GivesUp(UUID conversation) implements Event {}

        default int turn() {
            return switch (this) {
                case Goes it -> 1;
                case Ends it -> 2;
                case Comes it -> 3;
                case Arrives it -> 4;
                case GivesUp it -> 5;
            };
        }
    }

    record Entry(Duration at, Event event, int turn, long number) {}

    void add(Duration at, Event event) {
        entries.add(new Entry(at, event, event.turn(), newest++));
    }

    @Nullable Entry next() {
        return entries.poll();
    }
}
