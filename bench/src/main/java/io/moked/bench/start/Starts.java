package io.moked.bench.start;

import io.moked.bench.measure.Median;
import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.Beside;
import io.moked.bench.product.CpuTime;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Packaged;
import io.moked.bench.product.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From the first moment of the process until the product can be used. */
public record Starts(List<Start> demo, List<Start> serve, List<Start> serveWithOneCompiler)
        implements Result {

    /** Seconds until ready; what the JVM had computed and held in memory by then. */
    public record Start(double seconds, double cpuSeconds, double residentMegabytes) {

        static Start since(long began, long pid) throws IOException {
            return new Start(
                    (System.nanoTime() - began) / 1e9,
                    CpuTime.ofProcess(pid) / 1e6,
                    CpuTime.residentKilobytes(pid) / 1e3);
        }
    }

    /** The demo has its data already, and lends its database to the server beside it. */
    public static Starts measure(Packaged packaged, Settings settings) throws Exception {
        var starts = new Starts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var simple = packaged.withOneCompiler();
        try (var data = DataDirectory.temporary()) {
            Product.start(simple, data).stop();
            for (int pair = 0; pair < settings.pairs(); pair++) {
                long began = System.nanoTime();
                var demo = Product.start(simple, data);
                starts.demo.add(Start.since(began, demo.pid()));
                starts.serve.add(serve(packaged, data));
                starts.serveWithOneCompiler.add(serve(simple, data));
                demo.stop();
            }
        }
        return starts;
    }

    private static Start serve(Packaged packaged, DataDirectory demo) throws Exception {
        try (var own = DataDirectory.temporary();
                var server = Beside.of(demo, packaged, own)) {
            long began = System.nanoTime();
            server.start();
            server.awaitReady();
            return Start.since(began, server.pid());
        }
    }

    @Override
    public List<Row> rows() {
        return List.of(
                row("demo with its data", demo),
                row("serve beside its database", serve),
                row("serve with one compiler", serveWithOneCompiler));
    }

    private static Row row(String name, List<Start> starts) {
        return Row.of(
                name,
                "%.1f s   (%s)   CPU %.1f s   resident %.0f MB",
                Median.of(starts, Start::seconds),
                String.join(
                        " ", starts.stream().map(it -> "%.1f".formatted(it.seconds())).toList()),
                Median.of(starts, Start::cpuSeconds),
                Median.of(starts, Start::residentMegabytes));
    }
}
