package io.moked.whatsapp;

import io.moked.metaapp.AppSigners;
import io.moked.whatsapp.DeliveryReader.Reading;
import io.moked.whatsapp.DeliveryReader.Unreadable;
import io.moked.whatsapp.DeliveryStore.Arrived;
import io.moked.whatsapp.DeliveryStore.Delivery;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Works the deliveries of one lane through: together, and where that fails each alone, so that one
 * poison message holds nobody else up. Runs in the worker's transaction that holds the lane;
 * handing over commits on its own and may happen twice, which changes nothing.
 */
@Component
class DeliveryWork {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWork.class);
    private static final int MOST_ATTEMPTS = 5;

    /** As many as Meta puts into one delivery (Cloud API, "Webhooks"); only the past has more. */
    private static final int MOST_TOGETHER = 1_000;

    /** Before the last attempt. */
    static final Duration LONGEST_PAUSE = pause(MOST_ATTEMPTS - 2);

    private final DeliveryReader reader;
    private final DeliveryStore store;
    private final DeadLetters deadLetters;
    private final Changes changes;
    private final Handover handover;
    private final AppSigners apps;
    private final Clock clock;

    DeliveryWork(
            DeliveryReader reader,
            DeliveryStore store,
            DeadLetters deadLetters,
            Changes changes,
            Handover handover,
            AppSigners apps,
            Clock clock) {
        this.reader = reader;
        this.store = store;
        this.deadLetters = deadLetters;
        this.changes = changes;
        this.handover = handover;
        this.apps = apps;
        this.clock = clock;
    }

    private record Read(Delivery delivery, Reading reading) {

        /** A past of thousands of messages is nothing for one transaction. */
        boolean isOneWork() {
            return reading.items().size() <= MOST_TOGETHER
                    && reading.items().stream().allMatch(it -> it.lane() == delivery.lane());
        }
    }

    void through(int lane, List<Delivery> deliveries) {
        var done = new ArrayList<>(deliveries.stream().map(Delivery::id).toList());
        var read = read(deliveries);
        apps.delivered(
                deliveries.stream()
                        .map(Delivery::app)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        try {
            hand(read.stream().flatMap(it -> it.reading().items().stream()).toList());
        } catch (RuntimeException poison) {
            rethrowIfDatabaseIsAway(poison);
            LOG.warn(
                    "A batch of {} deliveries failed and is worked through one by one: {}",
                    read.size(),
                    poison.getClass().getSimpleName());
            read.forEach(it -> alone(it, done));
        }
        store.delete(lane, done);
    }

    private List<Read> read(List<Delivery> deliveries) {
        var ours = new ArrayList<Read>();
        for (var delivery : deliveries) {
            try {
                var read = new Read(delivery, reader.read(delivery));
                changes.tell(read.reading().told(), delivery);
                if (read.isOneWork()) {
                    ours.add(read);
                } else {
                    split(read.reading().items());
                }
            } catch (Unreadable broken) {
                deadLetters.bury(delivery, String.valueOf(broken.getMessage()));
            }
        }
        return ours;
    }

    private void hand(List<Item> items) {
        var left = handover.hand(items);
        deadLetters.keep(alone(left.unserved()), SetAside.UNSERVED);
        deadLetters.keep(alone(left.foreign()), SetAside.FOREIGN);
        deadLetters.keep(alone(left.unreadable()), SetAside.UNREADABLE);
    }

    /** Each item becomes a delivery of its own, in its own lane. */
    private void split(List<Item> items) {
        store.add(alone(items));
    }

    private List<Arrived> alone(List<Item> items) {
        return items.stream()
                .map(it -> new Arrived(it.lane(), it.receivedAt(), reader.alone(it), it.app()))
                .toList();
    }

    private void alone(Read read, List<Long> done) {
        try {
            hand(read.reading().items());
        } catch (RuntimeException poison) {
            rethrowIfDatabaseIsAway(poison);
            if (read.reading().items().size() > 1) {
                split(read.reading().items());
            } else {
                putAside(read.delivery(), poison, done);
            }
        }
    }

    private void putAside(Delivery delivery, RuntimeException poison, List<Long> done) {
        var reason = poison.getClass().getSimpleName();
        if (delivery.attempts() + 1 >= MOST_ATTEMPTS) {
            LOG.error("A delivery failed {} times and is set aside: {}", MOST_ATTEMPTS, reason);
            deadLetters.bury(delivery, reason);
        } else {
            store.postpone(delivery, clock.instant().plus(pause(delivery.attempts())));
            done.remove(delivery.id());
        }
    }

    /** 1 s, 4 s, 16 s, 64 s. */
    private static Duration pause(int attempts) {
        return Duration.ofSeconds(1L << 2 * attempts);
    }

    /** Then nothing is wrong with the deliveries: they wait as they are. */
    static void rethrowIfDatabaseIsAway(RuntimeException failure) {
        if (failure instanceof TransactionException
                || failure instanceof DataAccessException && !isAboutContent(failure)) {
            throw failure;
        }
    }

    /**
     * Whether a database that works does not take these values, by the class of its SQLSTATE
     * (PostgreSQL, appendix A): not the connection (08), a plan or a login of before (0A, 28, 3D),
     * another transaction (25, 40, 55), its means (53), somebody who stops it (57), or its disk
     * (58).
     */
    private static boolean isAboutContent(RuntimeException failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof SQLException told && told.getSQLState() != null) {
                return !told.getSQLState().matches("(08|0A|25|28|3D|40|53|55|57|58).*");
            }
        }
        return failure instanceof DataIntegrityViolationException
                || failure instanceof InvalidDataAccessResourceUsageException
                || failure instanceof IncorrectResultSizeDataAccessException;
    }
}
