package io.moked.bench;

import io.moked.bench.intake.IntakeBench;
import io.moked.bench.measure.Paper;
import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Product;
import io.moked.bench.product.Stage;
import io.moked.bench.stream.Burst;
import io.moked.bench.stream.Visible;
import java.util.Locale;

/** The program: starts the product, measures what was asked for, and writes down what it found. */
public final class Bench {

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        Settings settings;
        try {
            settings = Settings.of(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(Settings.USAGE);
            System.exit(2);
            return;
        }
        run(settings);
    }

    private static void run(Settings settings) throws Exception {
        System.out.println("Starting the product in a directory of its own.");
        try (var product = Product.start()) {
            var stage = Stage.of(product);
            for (var name : settings.names()) {
                System.out.println(name);
                new Paper(name, settings, measure(name, stage, settings)).publish(System.out);
            }
        }
    }

    private static Result measure(String name, Stage stage, Settings settings) throws Exception {
        return switch (name) {
            case "intake" -> IntakeBench.run(stage, settings);
            case "visible" -> Visible.measure(stage);
            case "burst" -> Burst.measure(stage, settings);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
