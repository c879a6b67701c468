package io.moked.bench;

import io.moked.bench.crash.CrashBench;
import io.moked.bench.fault.FaultBench;
import io.moked.bench.intake.IntakeBench;
import io.moked.bench.measure.Paper;
import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Packaged;
import io.moked.bench.product.Product;
import io.moked.bench.product.Stage;
import io.moked.bench.stream.Burst;
import io.moked.bench.stream.Visible;
import java.util.List;
import java.util.Locale;

/** The program: starts the product, measures what was asked for, and writes down what it found. */
public final class Bench {

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
        System.exit(run(settings) ? 0 : 1);
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
        if (name.equals("crash")) {
            return CrashBench.run(packaged, settings);
        } else if (name.equals("faults")) {
            return FaultBench.run(packaged, settings);
        }
        try (var product = Product.start(packaged, DataDirectory.temporary())) {
            var stage = Stage.of(product);
            return switch (name) {
                case "intake" -> IntakeBench.run(stage, settings);
                case "visible" -> Visible.measure(stage);
                case "burst" -> Burst.measure(stage, settings);
                default -> throw new IllegalArgumentException(name);
            };
        }
    }
}
