package io.moked.timetable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Work in rounds, from the server's start to its stop: round after round while there is more to do,
 * else when the bell rings, and now and then without it, because the bells of other servers are not
 * heard here. No failure ends it.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(500);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(5);

    private final String name;
    private final int workers;
    private final Duration longestSleep;
    private final Duration apart;
    private final Bell bell;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    protected Rounds(String name, Duration longestSleep) {
        this(name, 1, longestSleep, new Bell());
    }

    protected Rounds(String name, int workers, Duration longestSleep, Bell bell) {
        this(name, workers, longestSleep, Duration.ZERO, bell);
    }

    /**
     * @param apart how far the beginnings of two rounds are from each other at least, unless there
     *     is more to do at once; what comes meanwhile shares the next round
     */
    protected Rounds(String name, int workers, Duration longestSleep, Duration apart, Bell bell) {
        this.name = name;
        this.workers = workers;
        this.longestSleep = longestSleep;
        this.apart = apart;
        this.bell = bell;
    }

    /**
     * Does one round.
     *
     * @return whether there may be more to do at once
     */
    protected abstract boolean round() throws InterruptedException;

    @Override
    public void start() {
        running = true;
        for (int n = 0; n < workers; n++) {
            threads.add(Thread.ofVirtual().name(name).start(this::goOn));
        }
    }

    private void goOn() {
        try {
            while (running) {
                long began = System.nanoTime();
                if (!roundOrPause()) {
                    bell.await(longestSleep);
                    LockSupport.parkNanos(began + apart.toNanos() - System.nanoTime());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean roundOrPause() throws InterruptedException {
        try {
            return round();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("{} waits for the database: {}", name, away.getClass().getSimpleName());
        } catch (RuntimeException fault) {
            LOG.error("{} goes on after a fault", name, fault);
        }
        Thread.sleep(PAUSE_AFTER_FAILURE);
        return true;
    }

    /** Once this transaction is over, and what it changed can be seen. */
    public void ringAfterCommit() {
        bell.ringAfterCommit();
    }

    protected final void ring() {
        bell.ring();
    }

    /** Lets the rounds that have begun come to their end. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(thread -> bell.ring());
        for (var thread : threads) {
            try {
                if (!thread.join(PATIENCE_AT_THE_END)) {
                    thread.interrupt();
                }
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
