package io.moked.whatsapp;

import io.moked.kernel.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps deliveries before anyone reads them. Requests that come while a commit runs are written
 * together by the next one (group commit): nobody waits for company, and a commit carries as many
 * as have gathered.
 */
@Component
public class DeliveryInbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryInbox.class);
    private static final int MOST_IN_A_COMMIT = 1_000;
    private static final int LONGEST_WAIT_SECONDS = 10;

    /** This many to a commit, on average, say that requests come faster than they are answered. */
    private static final double MANY = 8;

    private final DeliveryStore store;
    private final DeliveryBell bell;
    private final BlockingQueue<Waiting> queue =
            new ArrayBlockingQueue<>(Limit.WEBHOOKS_WAITING.value());
    private final AtomicLong bytesWaiting = new AtomicLong();
    private volatile double perCommit;
    private volatile boolean running;

    DeliveryInbox(DeliveryStore store, DeliveryBell bell) {
        this.store = store;
        this.bell = bell;
    }

    /** A delivery whose sender waits for its commit. */
    private record Waiting(DeliveryStore.Arrived delivery, CompletableFuture<Boolean> kept) {}

    /**
     * Waits for the delivery to be durable.
     *
     * @return false if it is not, and must be delivered again
     */
    public boolean keep(byte[] body) {
        var waiting = new Waiting(DeliveryStore.Arrived.justNow(body), new CompletableFuture<>());
        if (bytesWaiting.get() > Limit.WEBHOOK_BYTES_WAITING.value() || !queue.offer(waiting)) {
            return false;
        }
        bytesWaiting.addAndGet(body.length);
        try {
            return waiting.kept().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException unsure) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("delivery-inbox").daemon().start(this::writeOn);
    }

    private void writeOn() {
        var batch = new ArrayList<Waiting>(MOST_IN_A_COMMIT);
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MOST_IN_A_COMMIT - 1);
                    write(batch);
                }
                perCommit += (batch.size() - perCommit) / 8;
                batch.clear();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Whether acknowledging needs all that the machine can give. */
    boolean isPressed() {
        return perCommit > MANY;
    }

    private void write(List<Waiting> batch) {
        boolean kept = false;
        try {
            store.add(batch.stream().map(Waiting::delivery).toList());
            kept = true;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "{} deliveries were not kept and will come again: {}",
                    batch.size(),
                    failure.getClass().getSimpleName());
        }
        for (var waiting : batch) {
            bytesWaiting.addAndGet(-waiting.delivery().body().length);
            waiting.kept().complete(kept);
        }
        if (kept) {
            bell.ring();
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
}
