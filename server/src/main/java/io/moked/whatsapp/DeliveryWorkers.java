package io.moked.whatsapp;

import io.moked.database.WorkerDatabase;
import io.moked.timetable.Rounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Works deliveries through, lane by lane; the workers of all servers share the lanes. */
@Component
class DeliveryWorkers extends Rounds {

    private static final int WORKERS = 2;
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

    /** How long a worker rests after its turn while acknowledging comes first, in turns. */
    private static final int RESTS = 30;

    private static final int LOOK_MILLIS = 20;

    /**
     * A turn costs as much as a dozen messages do in it. So after a turn with few deliveries a lane
     * rests until so long after the turn began, and what comes meanwhile shares the next one; the
     * longer, the more came, because somebody who sends a lot gains by company, and others by rest.
     */
    private static final Duration MOMENT = Duration.ofMillis(8);

    private static final int MOMENTS = 4;
    private static final int MANY = 100;

    private final DeliveryStore store;
    private final DeliveryWork work;
    private final WorkerDatabase worker;
    private final DeliveryInbox inbox;
    private final Backlog backlog;
    private final AtomicInteger lastLane = new AtomicInteger();

    /** By lane, in nanoseconds of the system; of this server's turns only. */
    private final AtomicLongArray restsUntil = new AtomicLongArray(Lane.COUNT);

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
        long now = System.nanoTime();
        IntStream.range(0, Lane.COUNT).forEach(it -> restsUntil.set(it, now));
    }

    @Override
    protected boolean round() throws InterruptedException {
        long began = System.nanoTime();
        var resting =
                IntStream.range(0, Lane.COUNT)
                        .filter(it -> restsUntil.get(it) - began > 0)
                        .boxed()
                        .toList();
        var lane = worker.transactions().execute(tx -> workOneLane(lastLane.get(), resting));
        if (lane.isEmpty()) {
            awaitFirst(resting);
            return !resting.isEmpty();
        }
        lastLane.set(lane.get());
        restAfter(System.nanoTime() - began);
        return true;
    }

    private void awaitFirst(List<Integer> resting) {
        long now = System.nanoTime();
        resting.stream()
                .mapToLong(it -> restsUntil.get(it) - now)
                .min()
                .ifPresent(LockSupport::parkNanos);
    }

    private Optional<Integer> workOneLane(int last, List<Integer> resting) {
        long began = System.nanoTime();
        var lane = store.lockLane(last, resting);
        lane.ifPresent(it -> {
            var due = store.due(it);
            restsUntil.set(it, began + rest(due.size()).toNanos());
            work.through(it, due);
            backlog.workedThrough(due.size());
        });
        return lane;
    }

    private static Duration rest(int deliveries) {
        return deliveries < MANY
                ? MOMENT.multipliedBy(Math.min(deliveries, MOMENTS))
                : Duration.ZERO;
    }

    /** What Meta waits for comes first; what is kept can wait, as long as it is not for long. */
    private void restAfter(long nanos) throws InterruptedException {
        long end = System.nanoTime() + RESTS * nanos;
        while (inbox.isPressed() && backlog.canWait() && System.nanoTime() < end) {
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
