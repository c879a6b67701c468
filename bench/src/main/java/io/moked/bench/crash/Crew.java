package io.moked.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** Everybody who works at the same time; they pause together, each after what is in hand. */
final class Crew implements AutoCloseable {

    private static final int PATIENCE_MINUTES = 5;

    private final ReentrantReadWriteLock turn = new ReentrantReadWriteLock(true);
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable Exception> fault = new AtomicReference<>();

    interface Worker {

        /** Does one piece of work, and returns after how many milliseconds the next one comes. */
        long work() throws Exception;
    }

    void hire(String name, Worker worker) {
        threads.add(Thread.ofVirtual().name(name).start(() -> workOn(worker)));
    }

    private void workOn(Worker worker) {
        try {
            while (over.getCount() > 0) {
                Thread.sleep(workOnce(worker));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (Exception broken) {
            fault.compareAndSet(null, broken);
        }
    }

    private long workOnce(Worker worker) throws Exception {
        turn.readLock().lockInterruptibly();
        try {
            return worker.work();
        } finally {
            turn.readLock().unlock();
        }
    }

    /** While this runs, nobody works. */
    void whilePaused(Task task) throws Exception {
        if (!turn.writeLock().tryLock(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Somebody never comes to an end with what is in hand");
        }
        try {
            var broken = fault.get();
            if (broken != null) {
                throw new IllegalStateException("Somebody could not work on", broken);
            }
            task.run();
        } finally {
            turn.writeLock().unlock();
        }
    }

    interface Task {
        void run() throws Exception;
    }

    @Override
    public void close() {
        over.countDown();
        threads.forEach(Thread::interrupt);
    }
}
