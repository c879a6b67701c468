package io.moked.bench;

import io.moked.bench.broadcast.BroadcastBench;
import io.moked.bench.crash.CrashBench;
import io.moked.bench.fault.FaultBench;
import io.moked.bench.fuzz.FuzzBench;
import io.moked.bench.intake.IntakeBench;
import io.moked.bench.intake.OverloadBench;
import io.moked.bench.lists.Lists;
import io.moked.bench.measure.Paper;
import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Heap;
import io.moked.bench.product.Packaged;
import io.moked.bench.product.Product;
import io.moked.bench.product.Stage;
import io.moked.bench.routing.RoutingBench;
import io.moked.bench.start.Starts;
import io.moked.bench.stream.Burst;
import io.moked.bench.stream.Consoles;
import io.moked.bench.stream.Visible;
import java.util.List;
import java.util.Locale;

/** The program: starts the product, measures what was asked for, and writes down what it found. */
public final class Bench {

    /** Told apart from a bench that fell over itself. */
    private static final int BROKEN_PROMISES = 3;

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Settings settings;
        if (List.of(arguments).contains("--help")) {
            System.out.println(Settings.USAGE);
            return;
        }
        try {
            settings = Settings.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(Settings.USAGE);
            System.exit(2);
            return;
        }
        System.exit(run(settings) ? 0 : BROKEN_PROMISES);
    }

    private static boolean run(Settings settings) throws Exception {
        var packaged = Packaged.in(settings.product());
        boolean good = true;
        for (var name : settings.names()) {
            System.out.println(name);
            var result = measure(name, packaged, settings);
            new Paper(name, settings, result).publish(System.out);
            good &= result.isGood();
        }
        return good;
    }

    private static Result measure(String name, Packaged packaged, Settings settings)
            throws Exception {
        return switch (name) {
            case "start" -> Starts.measure(packaged, settings);
            case "crash" -> CrashBench.run(packaged, settings);
            case "broadcast" -> BroadcastBench.run(packaged, settings);
            case "routing" -> RoutingBench.run(packaged, settings);
            case "faults" -> FaultBench.run(packaged, settings);
            case "lists" ->
                    measureDemo(name, packaged, DataDirectory.kept(settings.keep()), settings);
            // Ten thousand consoles take more memory than the launcher gives.
            case "events" ->
                    measureDemo(
                            name, packaged.forManyConsoles(), DataDirectory.temporary(), settings);
            default -> measureDemo(name, packaged, DataDirectory.temporary(), settings);
        };
    }

    private static Result measureDemo(
            String name, Packaged packaged, DataDirectory data, Settings settings)
            throws Exception {
        try (var product = Product.start(packaged, data)) {
            var stage = Stage.of(product);
            return switch (name) {
                case "intake" -> IntakeBench.run(stage, settings);
                case "visible" -> Visible.measure(stage);
                case "burst" -> Burst.measure(stage, settings);
                case "events" -> Consoles.measure(stage, new Heap(product.pid()));
                case "overload" -> OverloadBench.run(stage, settings);
                case "lists" -> Lists.measure(stage, settings);
                case "fuzz" -> FuzzBench.run(stage, settings);
                default -> throw new IllegalArgumentException(name);
            };
        }
    }
}
