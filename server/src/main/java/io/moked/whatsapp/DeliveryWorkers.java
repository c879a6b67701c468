package io.moked.whatsapp;

import io.moked.database.WorkerDatabase;
import io.moked.timetable.Rounds;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Works deliveries through, lane by lane; the workers of all servers share the lanes. */
@Component
class DeliveryWorkers extends Rounds {

    private static final int WORKERS = 2;
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

    /** How long a worker rests after its turn while acknowledging comes first, in turns. */
    private static final int RESTS = 30;

    private static final int LOOK_MILLIS = 20;

    private final DeliveryStore store;
    private final DeliveryWork work;
    private final WorkerDatabase worker;
    private final DeliveryInbox inbox;
    private final Backlog backlog;
    private final AtomicInteger lastLane = new AtomicInteger();

    DeliveryWorkers(
            DeliveryStore store,
            DeliveryWork work,
            WorkerDatabase worker,
            DeliveryBell bell,
            DeliveryInbox inbox,
            Backlog backlog) {
        super("delivery-worker", WORKERS, LONGEST_SLEEP, bell);
        this.store = store;
        this.work = work;
        this.worker = worker;
        this.inbox = inbox;
        this.backlog = backlog;
    }

    @Override
    protected boolean round() throws InterruptedException {
        long began = System.nanoTime();
        var lane = worker.transactions().execute(tx -> workOneLane(lastLane.get()));
        if (lane.isEmpty()) {
            return false;
        }
        lastLane.set(lane.get());
        restAfter(System.nanoTime() - began);
        return true;
    }

    private Optional<Integer> workOneLane(int last) {
        var lane = store.lockLane(last);
        lane.ifPresent(it -> {
            var due = store.due(it);
            work.through(it, due);
            backlog.workedThrough(due.size());
        });
        return lane;
    }

    /** What Meta waits for comes first; what is kept can wait, as long as it is not for long. */
    private void restAfter(long nanos) throws InterruptedException {
        long end = System.nanoTime() + RESTS * nanos;
        while (inbox.isPressed() && backlog.canWait() && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
