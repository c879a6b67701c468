package io.moked.journal;

import io.moked.database.WorkerDatabase;
import io.moked.timetable.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads the journal for its followers and listeners, each on a thread of its own. */
@Component
class JournalReaders implements SmartLifecycle {

    private static final int BATCH = 500;

    /** Entries of other servers ring no bell here, so nobody sleeps longer than this. */
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

    /** Who hears of it wants it now; but many entries soon after each other are one round. */
    private static final Duration BETWEEN_HEARINGS = Duration.ofMillis(8);

    /** What followers keep is looked at by people, later. */
    private static final Duration BETWEEN_FOLLOWINGS = Duration.ofMillis(100);

    private final JournalStore store;
    private final WorkerDatabase worker;
    private final Bells bells;
    private final List<Follower> followers;
    private final List<Listener> listeners;
    private final List<Rounds> readers = new ArrayList<>();

    JournalReaders(
            JournalStore store,
            WorkerDatabase worker,
            Bells bells,
            List<Follower> followers,
            List<Listener> listeners) {
        this.store = store;
        this.worker = worker;
        this.bells = bells;
        this.followers = followers;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        for (var follower : followers) {
            store.openCursor(follower.name());
            read(
                    "journal-" + follower.name(),
                    BETWEEN_FOLLOWINGS,
                    () ->
                            Boolean.TRUE.equals(
                                    worker.transactions().execute(tx -> follow(follower))));
        }
        read("journal-listeners", BETWEEN_HEARINGS, new Hearing(store.head()));
    }

    private void read(String name, Duration apart, BooleanSupplier round) {
        var reader =
                new Rounds(name, 1, LONGEST_SLEEP, apart, bells.hang()) {
                    @Override
                    protected boolean round() {
                        return round.getAsBoolean();
                    }
                };
        readers.add(reader);
        reader.start();
    }

    private boolean follow(Follower follower) {
        var cursor = store.lockCursor(follower.name());
        if (cursor.isEmpty()) {
            return false;
        }
        var entries = store.after(cursor.get(), BATCH);
        if (!entries.isEmpty()) {
            follower.follow(entries);
            store.moveCursor(follower.name(), entries.getLast().position());
        }
        return entries.size() == BATCH;
    }

    private final class Hearing implements BooleanSupplier {

        private Position position;

        Hearing(Position position) {
            this.position = position;
        }

        @Override
        public boolean getAsBoolean() {
            var entries = store.after(position, BATCH);
            if (!entries.isEmpty()) {
                position = entries.getLast().position();
                listeners.forEach(listener -> listener.hear(entries));
            }
            return entries.size() == BATCH;
        }
    }

    @Override
    public void stop() {
        readers.forEach(Rounds::stop);
        readers.clear();
    }

    @Override
    public boolean isRunning() {
        return !readers.isEmpty();
    }
}
