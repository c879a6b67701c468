package io.moked.bench.routing;

import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Load;
import io.moked.bench.measure.Result.Row;
import io.moked.bench.product.Stage;
import io.moked.bench.stream.Sightings;
import io.moked.bench.webhook.Crowd;
import io.moked.bench.webhook.Ledger;
import io.moked.bench.webhook.Sender;
import java.time.Duration;
import java.util.List;

/**
 * From a new customer's first message to an open console's hearing which agent has it.
 *
 * @param never how many nobody was told of
 */
record Given(double rate, Percentiles given, long never) {

    private static final double PER_SECOND = 50;
    private static final Duration DURATION = Duration.ofSeconds(20);

    /** Until then, compiling takes more of two cores than what is compiled. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final int CONNECTIONS = 10;
    private static final int CAPACITY = 1_000;

    /** Nobody who has written before, so that every message opens a conversation. */
    private static final long FIRST_PHONE = 15_558_000_000L;

    static Given measure(Stage stage) throws Exception {
        var branch = Branch.of(stage.access().api(), stage.line(0), stage.database());
        branch.open(CAPACITY);
        try (var warmUp = new Sightings(stage, 0)) {
            load(WARM_UP, stage, warmUp);
            warmUp.collectGiven();
        }
        try (var sightings = new Sightings(stage, 0)) {
            var done = load(DURATION, stage, sightings);
            var sight = sightings.collectGiven();
            return new Given(done.perSecond(), sight.latencies().percentiles(), sight.unseen());
        } finally {
            branch.close();
        }
    }

    private static Load.Done load(Duration duration, Stage stage, Sightings sightings)
            throws Exception {
        return new Load(CONNECTIONS, duration, PER_SECOND)
                .run(number -> new Newcomer(new Sender(stage, 0, new Ledger()), sightings));
    }

    private record Newcomer(Sender sender, Sightings sightings) implements Load.Hand {

        @Override
        public boolean work() throws Exception {
            long number = sightings.next();
            return sender.post(number, FIRST_PHONE + number, Crowd.TEXT);
        }

        @Override
        public void close() throws Exception {
            sender.close();
        }
    }

    List<Row> rows() {
        return List.of(
                Row.of(
                        "given at %.0f/s, ms".formatted(rate),
                        "p50 %.1f   p99 %.1f   max %.1f   never %d",
                        given.p50(),
                        given.p99(),
                        given.max(),
                        never));
    }
}
