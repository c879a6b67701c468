package io.moked.bench.intake;

import io.moked.bench.intake.Overload.Crowding;
import io.moked.bench.intake.Overload.Twice;
import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Load;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Stage;
import io.moked.bench.stream.Sightings;
import io.moked.bench.stream.Watched;
import io.moked.bench.webhook.Flood;
import io.moked.bench.webhook.Ledger;
import io.moked.bench.webhook.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/**
 * Finds the rate at which messages become visible, offers twice of it for long enough that the
 * server has to decline some, and looks at everybody else meanwhile.
 */
public record OverloadBench(Stage stage, Settings settings, Ledger all) {

    private static final int CONNECTIONS = 128;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofSeconds(120);
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final double SMALL = 10;
    private static final double BIG = 50 * SMALL;

    /** The rest is written and signed on the way. */
    private static final int PREPARED = 2_000;

    public static Overload run(Stage stage, Settings settings) throws Exception {
        return new OverloadBench(stage, settings, new Ledger()).run();
    }

    private Overload run() throws Exception {
        long first = stage.numbers().get();
        visiblePerSecond(WARM_UP);
        var crowding = new ArrayList<Crowding>();
        for (int pair = 0; pair < settings.pairs(); pair++) {
            crowding.add(crowding());
        }
        double sustainable = visiblePerSecond(settings.duration());
        var calm = flood(settings.duration(), sustainable / 2, n -> all).latencies().percentiles();
        stage.database().awaitDrained();
        var twice = twice(2 * sustainable);
        double back = millisUntilAsQuickAs(calm);
        stage.database().awaitDrained();
        stage.database().readRecorded(first, (sent, message) -> all.recorded(sent));
        return new Overload(sustainable, calm, twice, back, crowding, all.verdict());
    }

    private double visiblePerSecond(Duration duration) throws Exception {
        try (var flood = new Flood(stage, CONNECTIONS, PREPARED, n -> all)) {
            long began = System.nanoTime();
            var done = flood.run(duration);
            stage.database().awaitDrained();
            return done.latencies().size() / ((System.nanoTime() - began) / 1e9);
        }
    }

    private Load.Done flood(Duration duration, double rate, IntFunction<Ledger> ledgers)
            throws Exception {
        try (var flood = new Flood(stage, CONNECTIONS, PREPARED, ledgers)) {
            return flood.run(duration, rate);
        }
    }

    private Twice twice(double rate) throws Exception {
        var numbers = List.of(new Ledger(), new Ledger());
        var done = flood(LONG, rate, n -> numbers.get(n % numbers.size()));
        numbers.forEach(all::addAll);
        return new Twice(
                (done.latencies().size() + done.refusals().size()) / done.seconds(),
                done.perSecond(),
                done.latencies().percentiles(),
                done.refusals().size(),
                done.refusals().percentiles(),
                numbers.stream().map(ledger -> ledger.verdict().acknowledged()).toList());
    }

    /** One message after the other until ten in a row are as quick as the slowest were before. */
    private double millisUntilAsQuickAs(Percentiles calm) throws Exception {
        long began = System.nanoTime();
        long quickSince = began;
        try (var sender = new Sender(stage, 0, all)) {
            for (int quick = 0; quick < 10; ) {
                long start = System.nanoTime();
                boolean kept = sender.work();
                double millis = (System.nanoTime() - start) / 1e6;
                boolean asQuick = kept && millis <= calm.p99();
                quick = asQuick ? quick + 1 : 0;
                quickSince = asQuick ? quickSince : System.nanoTime();
            }
        }
        return (quickSince - began) / 1e6;
    }

    private Crowding crowding() throws Exception {
        var alone = visible();
        try (var threads = Executors.newSingleThreadExecutor()) {
            var neighbour =
                    threads.submit(() ->
                            new Load(16, WINDOW.plusSeconds(2), BIG)
                                    .run(n -> new Sender(stage, 0, all)));
            Thread.sleep(Duration.ofSeconds(1));
            var crowded = visible();
            neighbour.get();
            stage.database().awaitDrained();
            return new Crowding(alone, crowded);
        }
    }

    /** Of the second number at its small rate. */
    private Percentiles visible() throws Exception {
        try (var sightings = new Sightings(stage, 1)) {
            new Load(4, WINDOW, SMALL).run(n -> new Watched(new Sender(stage, 1, all), sightings));
            return sightings.collect().latencies().percentiles();
        }
    }
}
