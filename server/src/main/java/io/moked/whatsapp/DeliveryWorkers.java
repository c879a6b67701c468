package io.moked.whatsapp;

import io.moked.database.WorkerDatabase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Works deliveries through, lane by lane; the workers of all servers share the lanes. */
@Component
class DeliveryWorkers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);
    private static final int WORKERS = 2;
    private static final long LONGEST_SLEEP_MILLIS = 200;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    /** How long a worker rests after its turn while acknowledging comes first, in turns. */
    private static final int RESTS = 6;

    private static final long LONGEST_REST_MILLIS = 250;

    private final DeliveryStore store;
    private final DeliveryWork work;
    private final WorkerDatabase worker;
    private final DeliveryBell bell;
    private final DeliveryInbox inbox;
    private final Backlog backlog;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    DeliveryWorkers(
            DeliveryStore store,
            DeliveryWork work,
            WorkerDatabase worker,
            DeliveryBell bell,
            DeliveryInbox inbox,
            Backlog backlog) {
        this.store = store;
        this.work = work;
        this.worker = worker;
        this.bell = bell;
        this.inbox = inbox;
        this.backlog = backlog;
    }

    @Override
    public void start() {
        running = true;
        for (int n = 0; n < WORKERS; n++) {
            threads.add(Thread.ofVirtual().name("delivery-worker-" + n).start(this::workOn));
        }
    }

    private void workOn() {
        int lane = 0;
        try {
            while (running) {
                try {
                    int last = lane;
                    long began = System.nanoTime();
                    Integer worked = worker.transactions().execute(tx -> workOneLane(last));
                    if (worked == null) {
                        bell.await(LONGEST_SLEEP_MILLIS);
                    } else {
                        lane = worked;
                        restAfter(System.nanoTime() - began);
                    }
                } catch (DataAccessException | TransactionException away) {
                    LOG.warn(
                            "Deliveries wait for the database: {}",
                            away.getClass().getSimpleName());
                    Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                } catch (RuntimeException fault) {
                    LOG.error("The work on deliveries goes on after a fault", fault);
                    Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** What Meta waits for comes first; what is kept can wait, as long as it is not for long. */
    private void restAfter(long nanos) throws InterruptedException {
        if (inbox.isPressed() && backlog.canWait()) {
            Thread.sleep(Math.min(LONGEST_REST_MILLIS, RESTS * nanos / 1_000_000));
        }
    }

    private @org.jspecify.annotations.Nullable Integer workOneLane(int last) {
        var lane = store.lockLane(last);
        lane.ifPresent(it -> work.through(it, store.due(it)));
        return lane.orElse(null);
    }

    @Override
    public void stop() {
        running = false;
        for (var thread : threads) {
            try {
                thread.join(5_000);
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
