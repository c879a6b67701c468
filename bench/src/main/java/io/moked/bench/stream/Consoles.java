package io.moked.bench.stream;

import io.moked.bench.measure.Latencies;
import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Load;
import io.moked.bench.measure.Result;
import io.moked.bench.product.Access.Line;
import io.moked.bench.product.Businesses;
import io.moked.bench.product.Heap;
import io.moked.bench.product.Stage;
import io.moked.bench.webhook.Crowd;
import io.moked.bench.webhook.Mailman;
import io.moked.bench.webhook.Pen;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Many open consoles: how soon all of them hear, and what each costs the server's memory. */
public record Consoles(int consoles, double heapBytesEach, List<Pass> passes, int gone)
        implements Result {

    private static final int CONSOLES = 10_000;
    private static final int COLLEAGUES = 10;
    private static final int CONNECTIONS = 10;
    private static final Duration DURATION = Duration.ofSeconds(20);

    /** Messages a second; each is told to ten consoles. The first are warm-up. */
    private static final List<Integer> RATES = List.of(300, 300, 100, 500);

    private static final int WARM_UPS = 2;

    /** At one rate, from posting a webhook to each console's hearing of it. */
    public record Pass(double told, long missing, Percentiles latency, double cpuMicros) {}

    public static Consoles measure(Stage stage, Heap heap) throws Exception {
        var lines = new Businesses(stage.database(), stage.access()).copy(CONSOLES / COLLEAGUES);
        try (var audience = new Audience()) {
            long before = heap.usedAfterCollection();
            audience.gather(stage.access(), lines, CONSOLES);
            double each = (double) (heap.usedAfterCollection() - before) / CONSOLES;
            var passes = new ArrayList<Pass>();
            for (int rate : RATES) {
                passes.add(pass(stage, audience, lines, rate));
            }
            return new Consoles(
                    CONSOLES, each, passes.subList(WARM_UPS, passes.size()), audience.gone());
        }
    }

    private static Pass pass(Stage stage, Audience audience, List<Line> lines, int rate)
            throws Exception {
        long first = stage.numbers().get();
        Map<Long, Long> posted = new ConcurrentHashMap<>();
        var before = stage.cpu().now();
        new Load(CONNECTIONS, DURATION, rate).run(n -> new Customer(stage, lines, posted));
        stage.database().awaitDrained();
        Thread.sleep(Duration.ofSeconds(2));
        var used = stage.cpu().now().since(before);
        var numbers = new HashMap<String, Long>();
        stage.database().readRecorded(first, (number, message) -> numbers.put(message, number));
        var latencies = new Latencies();
        for (var told : audience.told()) {
            var start = posted.get(numbers.getOrDefault(told.message(), -1L));
            if (start != null) {
                latencies.add(told.nanos() - start);
            }
        }
        return new Pass(
                latencies.size() / (double) DURATION.toSeconds(),
                (long) posted.size() * COLLEAGUES - latencies.size(),
                latencies.percentiles(),
                (double) used.server() / latencies.size());
    }

    /** Writes to one business after the other. */
    private record Customer(Stage stage, Mailman mailman, List<Pen> pens, Map<Long, Long> posted)
            implements Load.Hand {

        Customer(Stage stage, List<Line> lines, Map<Long, Long> posted) throws IOException {
            this(
                    stage,
                    new Mailman(stage.access().webhook()),
                    lines.stream().map(line -> new Pen(stage.access(), line)).toList(),
                    posted);
        }

        @Override
        public boolean work() throws IOException {
            long number = stage.numbers().getAndIncrement();
            var pen = pens.get((int) (number % pens.size()));
            posted.put(number, System.nanoTime());
            return mailman.carry(pen.request(number, Crowd.phone(number), Crowd.TEXT)) == 200;
        }

        @Override
        public void close() throws IOException {
            mailman.close();
        }
    }

    @Override
    public boolean isGood() {
        return gone == 0 && passes.stream().allMatch(pass -> pass.missing() == 0);
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(Row.of("consoles", "%,d   %d gone", consoles, gone));
        rows.add(Row.of("heap each, after collection", "%.1f kB", heapBytesEach / 1_000));
        for (var pass : passes) {
            rows.add(
                    Row.of(
                            "%,.0f/s told, from the webhook, ms".formatted(pass.told()),
                            "p50 %.1f   p99 %.1f   max %.1f   missing %d   server %.0f µs each",
                            pass.latency().p50(),
                            pass.latency().p99(),
                            pass.latency().max(),
                            pass.missing(),
                            pass.cpuMicros()));
        }
        return rows;
    }
}
