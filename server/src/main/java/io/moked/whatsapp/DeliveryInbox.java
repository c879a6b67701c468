package io.moked.whatsapp;

import io.moked.kernel.Limit;
import io.moked.whatsapp.DeliveryStore.Arriving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps deliveries before anyone reads them. What waits together is written together (group
 * commit), by one thread, so that what came first is kept first. A commit costs the machine as much
 * as a dozen deliveries: one that follows another closely waits a moment for company.
 */
@Component
public class DeliveryInbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryInbox.class);
    private static final int MOST_IN_A_COMMIT = 1_000;
    private static final int COMPANY = 10;
    private static final Duration MOMENT = Duration.ofMillis(2);

    /** After that, whoever waits is told to come again. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(10);

    private final DeliveryStore store;
    private final DeliveryBell bell;
    private final Duration longestCommit;
    private final BlockingQueue<Waiting> queue =
            new ArrayBlockingQueue<>(Limit.WEBHOOKS_WAITING.value());
    private final AtomicLong bytesWaiting = new AtomicLong();
    private final Pressure pressure = new Pressure();
    private volatile @Nullable Thread writer;
    private volatile List<Waiting> writing = List.of();
    private volatile long began = System.nanoTime();
    private volatile boolean running;

    @Autowired
    DeliveryInbox(DeliveryStore store, DeliveryBell bell) {
        this(store, bell, LONGEST_COMMIT);
    }

    DeliveryInbox(DeliveryStore store, DeliveryBell bell, Duration longestCommit) {
        this.store = store;
        this.bell = bell;
        this.longestCommit = longestCommit;
    }

    /** A delivery whose sender waits for its commit. */
    private record Waiting(Arriving delivery, CompletableFuture<Boolean> kept) {}

    /**
     * Waits for the delivery to be durable.
     *
     * @param app of a tenant that signed it; null for the platform's
     * @return false if it is not, and must be delivered again
     */
    public boolean keep(byte[] body, @Nullable UUID app) {
        long bytes = bytesWaiting.addAndGet(body.length);
        try {
            var waiting = new Waiting(Arriving.of(body, app), new CompletableFuture<>());
            return bytes <= Limit.WEBHOOK_BYTES_WAITING.value()
                    && queue.offer(waiting)
                    && isKept(waiting);
        } finally {
            bytesWaiting.addAndGet(-body.length);
        }
    }

    private boolean isKept(Waiting waiting) {
        if (writer == null) {
            refuseAll();
        } else if (queue.size() >= COMPANY) {
            LockSupport.unpark(writer);
        }
        return waiting.kept().join();
    }

    /** Whether acknowledging needs all that the machine can give. */
    boolean isPressed() {
        return pressure.isOn();
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("delivery-inbox").daemon().start(this::writeOn);
    }

    private void writeOn() {
        try {
            while (running || !queue.isEmpty()) {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    pressure.nobodyWaited();
                } else {
                    awaitCompany();
                    writeWith(first);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            writer = null;
            refuseAll();
        }
    }

    /** Not when all are needed: then the next commit has company anyway. */
    private void awaitCompany() {
        long left = began + MOMENT.toNanos() - System.nanoTime();
        while (left > 0 && queue.size() < COMPANY - 1 && !pressure.isOn()) {
            LockSupport.parkNanos(left);
            left = began + MOMENT.toNanos() - System.nanoTime();
        }
    }

    private void writeWith(Waiting first) {
        var batch = new ArrayList<Waiting>();
        batch.add(first);
        queue.drainTo(batch, MOST_IN_A_COMMIT - 1);
        began = System.nanoTime();
        writing = batch;
        boolean kept = write(batch);
        writing = List.of();
        pressure.waited(batch.size() + queue.size());
        batch.forEach(waiting -> waiting.kept().complete(kept));
        if (kept) {
            bell.ring();
        }
    }

    private boolean write(List<Waiting> batch) {
        try {
            store.keep(batch.stream().map(Waiting::delivery).toList());
            return true;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} deliveries were not kept and will come again: {}",
                    batch.size(),
                    failure.getClass().getSimpleName());
            return false;
        }
    }

    /** A database that does not answer holds one commit, and nobody who waits. */
    @Scheduled(fixedDelay = 1_000)
    void refuseIfStuck() {
        var stuck = writing;
        if (!stuck.isEmpty() && System.nanoTime() - began > longestCommit.toNanos()) {
            stuck.forEach(waiting -> waiting.kept().complete(false));
            refuseAll();
        }
    }

    private void refuseAll() {
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            next.kept().complete(false);
        }
    }

    /** Below the web server's: it stops first, so whoever waits here is still answered. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /**
     * Whether acknowledging needs all that the machine can give. Told by how many wait for their
     * commit at a time, on average of the latest ones; it is not over before clearly fewer do.
     */
    static final class Pressure {

        private static final double MANY = 13;
        private static final double FEW = 9;
        private static final int LATEST = 32;

        private double average;
        private volatile boolean on;

        void waited(int waiting) {
            average += (waiting - average) / LATEST;
            on = average > (on ? FEW : MANY);
        }

        void nobodyWaited() {
            average = 0;
            on = false;
        }

        boolean isOn() {
            return on;
        }
    }
}
