package io.moked.bench.stream;

import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Load;
import io.moked.bench.measure.Result;
import io.moked.bench.product.Stage;
import io.moked.bench.webhook.Ledger;
import io.moked.bench.webhook.Sender;
import java.time.Duration;
import java.util.List;

/** How soon an open console hears of a message on an ordinary busy day. */
public record Visible(double rate, Percentiles acknowledged, Percentiles visible, long unseen)
        implements Result {

    private static final double PER_SECOND = 50;
    private static final Duration DURATION = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 10;

    public static Visible measure(Stage stage) throws Exception {
        try (var warmUp = new Sightings(stage, 0)) {
            load(WARM_UP, stage, warmUp);
        }
        try (var sightings = new Sightings(stage, 0)) {
            var done = load(DURATION, stage, sightings);
            var sight = sightings.collect();
            return new Visible(
                    done.perSecond(),
                    done.latencies().percentiles(),
                    sight.latencies().percentiles(),
                    sight.unseen());
        }
    }

    private static Load.Done load(Duration duration, Stage stage, Sightings sightings)
            throws Exception {
        return new Load(CONNECTIONS, duration, PER_SECOND)
                .run(number -> new Watched(new Sender(stage, 0, new Ledger()), sightings));
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.of(
                        "acknowledged at %.0f/s, ms".formatted(rate),
                        "p50 %.1f   p99 %.1f",
                        acknowledged.p50(),
                        acknowledged.p99()),
                Row.of(
                        "on the open stream, ms",
                        "p50 %.1f   p99 %.1f   max %.1f   never %d",
                        visible.p50(),
                        visible.p99(),
                        visible.max(),
                        unseen));
    }
}
