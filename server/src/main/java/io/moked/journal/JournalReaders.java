package io.moked.journal;

import io.moked.database.WorkerDatabase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads the journal for its followers and listeners, each on a thread of its own. */
@Component
class JournalReaders implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JournalReaders.class);
    private static final int BATCH = 500;

    /** Entries of other servers ring no bell here, so nobody sleeps longer than this. */
    private static final long LONGEST_SLEEP_MILLIS = 200;

    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final JournalStore store;
    private final WorkerDatabase worker;
    private final Bell bell;
    private final List<Follower> followers;
    private final List<Listener> listeners;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    JournalReaders(
            JournalStore store,
            WorkerDatabase worker,
            Bell bell,
            List<Follower> followers,
            List<Listener> listeners) {
        this.store = store;
        this.worker = worker;
        this.bell = bell;
        this.followers = followers;
        this.listeners = listeners;
    }

    /** One round of reading. */
    private interface Round {
        /** Whether there may be more to read at once. */
        boolean read();
    }

    @Override
    public void start() {
        running = true;
        for (var follower : followers) {
            store.openCursor(follower.name());
            threads.add(
                    reader(
                            "journal-" + follower.name(),
                            () ->
                                    Boolean.TRUE.equals(
                                            worker.transactions()
                                                    .execute(tx -> follow(follower)))));
        }
        threads.add(reader("journal-listeners", new Hearing(store.head())));
    }

    private Thread reader(String name, Round round) {
        return Thread.ofVirtual().name(name).start(() -> readOn(name, round));
    }

    private void readOn(String name, Round round) {
        try {
            while (running) {
                long rings = bell.rings();
                try {
                    if (!round.read()) {
                        bell.await(rings, LONGEST_SLEEP_MILLIS);
                    }
                } catch (DataAccessException | TransactionException away) {
                    LOG.warn(
                            "{} waits for the database: {}", name, away.getClass().getSimpleName());
                    Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                } catch (RuntimeException fault) {
                    LOG.error("{} could not read on and tries again", name, fault);
                    Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
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

    private final class Hearing implements Round {

        private Position position;

        Hearing(Position position) {
            this.position = position;
        }

        @Override
        public boolean read() {
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
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(1_000);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
