package io.moked.bench.intake;

import io.moked.bench.intake.Overload.Crowding;
import io.moked.bench.intake.Overload.Flood;
import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Load;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Stage;
import io.moked.bench.stream.Sightings;
import io.moked.bench.stream.Watched;
import io.moked.bench.webhook.Ledger;
import io.moked.bench.webhook.Sender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/** Finds the sustainable rate, offers twice of it, and looks at everybody else meanwhile. */
public record OverloadBench(Stage stage, Settings settings, Ledger all) {

    private static final int CONNECTIONS = 128;

    /** More than may wait for a commit, so that some have to be declined. */
    private static final int FLOOD_CONNECTIONS = 6_000;

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final double SMALL = 10;
    private static final double BIG = 50 * SMALL;

    public static Overload run(Stage stage, Settings settings) throws Exception {
        return new OverloadBench(stage, settings, new Ledger()).run();
    }

    private Overload run() throws Exception {
        long first = stage.numbers().get();
        full(WARM_UP);
        var crowding = new ArrayList<Crowding>();
        for (int pair = 0; pair < settings.pairs(); pair++) {
            crowding.add(crowding());
        }
        double sustainable = full(settings.duration()).perSecond();
        var calm = load(CONNECTIONS, sustainable / 2, all).latencies().percentiles();
        stage.database().awaitDrained();
        var flood = flood(2 * sustainable);
        double back = millisUntilAsQuickAs(calm);
        stage.database().awaitDrained();
        stage.database().readRecorded(first, (sent, message) -> all.recorded(sent));
        return new Overload(
                sustainable, 2 * sustainable, calm, flood, back, crowding, all.verdict());
    }

    private Load.Done full(Duration duration) throws Exception {
        var done = Load.full(CONNECTIONS, duration).run(n -> new Sender(stage, n, all));
        stage.database().awaitDrained();
        return done;
    }

    private Load.Done load(int connections, double rate, Ledger ledger) throws Exception {
        return new Load(connections, settings.duration(), rate)
                .run(n -> new Sender(stage, n, ledger));
    }

    private Flood flood(double rate) throws Exception {
        var numbers = List.of(new Ledger(), new Ledger());
        var done =
                new Load(FLOOD_CONNECTIONS, settings.duration(), rate)
                        .run(n -> new Sender(stage, n, numbers.get(n % numbers.size())));
        numbers.forEach(all::addAll);
        return new Flood(
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
