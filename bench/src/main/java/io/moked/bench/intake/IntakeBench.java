package io.moked.bench.intake;

import io.moked.bench.intake.Intake.Pair;
import io.moked.bench.intake.Intake.Pass;
import io.moked.bench.intake.Intake.Steady;
import io.moked.bench.measure.Load;
import io.moked.bench.measure.Median;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Stage;
import io.moked.bench.webhook.Flood;
import io.moked.bench.webhook.Ledger;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;

/** Lets intake and floor take turns, so that both meet the same moods of the machine. */
public record IntakeBench(Stage stage, Settings settings, Ledger ledger) {

    /** Long enough for the JVM to compile what runs hot; longer ones are turned away in the end. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private static final int WARM_UPS = 2;

    /** Who is quicker than this writes and signs the rest on the way. */
    private static final int MOST_PER_SECOND = 20_000;

    /** What is to be visible all the time, and how long that is, in passes. */
    private static final double SUSTAINED = 0.35;

    private static final int LONG = 6;

    public static Intake run(Stage stage, Settings settings) throws Exception {
        return new IntakeBench(stage, settings, new Ledger()).run();
    }

    private Intake run() throws Exception {
        long first = stage.numbers().get();
        stage.database().makeScratch();
        var pairs = new ArrayList<Pair>();
        for (int time = 0; time < WARM_UPS; time++) {
            report("warm-up", pair(WARM_UP));
        }
        for (int number = 1; number <= settings.pairs(); number++) {
            pairs.add(pair(settings.duration()));
            report("pair " + number, pairs.getLast());
        }
        double half = Median.of(pairs, pair -> pair.intake().acknowledged()) / 2;
        var steady = steady(SUSTAINED * Median.of(pairs, Pair::floor));
        var calm = flood(settings.duration(), half);
        stage.database().awaitDrained();
        stage.database().readRecorded(first, (sent, message) -> ledger.recorded(sent));
        return new Intake(pairs, half, calm.latencies().percentiles(), steady, ledger.verdict());
    }

    /** At a rate that has to be worked through while it comes in, not after. */
    private Steady steady(double rate) throws Exception {
        stage.database().awaitDrained();
        var before = stage.cpu().now();
        var duration = settings.duration().multipliedBy(LONG);
        var done = flood(duration, rate);
        double behind = secondsUntilDrained();
        var used = stage.cpu().now().since(before);
        double messages = done.latencies().size();
        return new Steady(
                messages / (done.seconds() + behind),
                behind,
                used.server() / messages,
                used.database() / messages);
    }

    private double secondsUntilDrained() throws SQLException {
        long began = System.nanoTime();
        stage.database().awaitDrained();
        return (System.nanoTime() - began) / 1e9;
    }

    private Pair pair(Duration duration) throws Exception {
        var pass = pass(duration);
        var floor = Load.full(settings.connections(), duration).run(this::floor);
        return new Pair(pass, floor.perSecond(), floor.latencies().percentiles());
    }

    /** Everything up to the last visible message counts, in time and in processor time. */
    private Pass pass(Duration duration) throws Exception {
        var before = stage.cpu().now();
        var done = flood(duration);
        double drain = secondsUntilDrained();
        var used = stage.cpu().now().since(before);
        double messages = done.latencies().size();
        return new Pass(
                done.perSecond(),
                messages / (done.seconds() + drain),
                done.refusals().size(),
                done.latencies().percentiles(),
                used.server() / messages,
                used.database() / messages);
    }

    private Load.Done flood(Duration duration) throws IOException {
        try (var flood = new Flood(stage, settings.connections(), enough(), n -> ledger)) {
            return flood.run(duration);
        }
    }

    private Load.Done flood(Duration duration, double rate) throws IOException {
        int prepared = (int) (duration.toSeconds() * rate / settings.connections()) + 1;
        try (var flood = new Flood(stage, settings.connections(), prepared, n -> ledger)) {
            return flood.run(duration, rate);
        }
    }

    private int enough() {
        return MOST_PER_SECOND * settings.seconds() / settings.connections();
    }

    private Load.Hand floor(int number) throws SQLException {
        return new Floor(stage, number).prepare(enough());
    }

    private static void report(String name, Pair pair) {
        System.out.printf(
                "  %-8s acknowledged %,7.0f/s   visible %,7.0f/s   floor %,7.0f/s%n",
                name, pair.intake().acknowledged(), pair.intake().visible(), pair.floor());
    }
}
