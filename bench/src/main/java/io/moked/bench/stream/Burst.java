package io.moked.bench.stream;

import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Stage;
import io.moked.bench.webhook.Ledger;
import io.moked.bench.webhook.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many new customers at once, each with several quick messages: how soon, and in which order. */
public record Burst(
        int rounds, Percentiles visible, long unseen, long conversations, long outOfOrder)
        implements Result {

    private static final int CUSTOMERS = 20;
    private static final int MESSAGES = 5;

    /** Rounds before those that count: a server that is at work, not one that just started. */
    private static final int WARM_UPS = 30;

    private static final long FIRST_PHONE = 15_559_000_000L;

    public static Burst measure(Stage stage, Settings settings) throws Exception {
        try (var warmUp = new Sightings(stage, 0)) {
            rounds(stage, warmUp, settings.pairs(), WARM_UPS);
            warmUp.collect();
        }
        try (var sightings = new Sightings(stage, 0)) {
            rounds(stage, sightings, 0, settings.pairs());
            var sight = sightings.collect();
            var threads = new Threads(stage.access().api(), stage.line(0).apiToken());
            long wrong = 0;
            for (var conversation : sight.conversations()) {
                wrong += isInOrder(threads.texts(conversation)) ? 0 : 1;
            }
            return new Burst(
                    settings.pairs(),
                    sight.latencies().percentiles(),
                    sight.unseen(),
                    sight.conversations().size(),
                    wrong);
        }
    }

    private static void rounds(Stage stage, Sightings sightings, int first, int count)
            throws Exception {
        for (int round = first; round < first + count; round++) {
            write(stage, sightings, round);
            stage.database().awaitDrained();
        }
    }

    private static void write(Stage stage, Sightings sightings, int round) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new ArrayList<Future<?>>();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                long phone = FIRST_PHONE + (long) round * CUSTOMERS + customer;
                written.add(threads.submit(() -> write(stage, sightings, phone)));
            }
            for (var one : written) {
                one.get();
            }
        }
    }

    private static Void write(Stage stage, Sightings sightings, long phone) throws Exception {
        try (var sender = new Sender(stage, 0, new Ledger())) {
            for (int message = 1; message <= MESSAGES; message++) {
                if (!sender.post(sightings.next(), phone, text(message))) {
                    throw new IllegalStateException("A message of the burst was refused");
                }
            }
            return null;
        }
    }

    private static String text(int message) {
        return message + " of " + MESSAGES;
    }

    /** Oldest first: all messages, once each, as they were written. */
    static boolean isInOrder(List<String> texts) {
        var wanted = new ArrayList<String>();
        for (int message = 1; message <= MESSAGES; message++) {
            wanted.add(text(message));
        }
        return wanted.equals(texts);
    }

    @Override
    public boolean isGood() {
        return unseen == 0 && outOfOrder == 0;
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.of("new customers", "%d   with %d messages each", rounds * CUSTOMERS, MESSAGES),
                Row.of(
                        "on the open stream, ms",
                        "p50 %.1f   p99 %.1f   max %.1f   never %d",
                        visible.p50(),
                        visible.p99(),
                        visible.max(),
                        unseen),
                Row.of("conversations out of order", "%d of %d", outOfOrder, conversations));
    }
}
