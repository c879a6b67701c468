package io.moked.bench.intake;

import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Median;
import io.moked.bench.measure.Result;
import io.moked.bench.webhook.Ledger.Verdict;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How fast deliveries are acknowledged and become messages, beside the floor of the same minute.
 */
public record Intake(
        List<Pair> pairs, double halfRate, Percentiles atHalfRate, Steady steady, Verdict verdict)
        implements Result {

    /** Intake and floor, one right after the other. */
    public record Pair(Pass intake, double floor, Percentiles floorLatency) {

        double acknowledgedToFloor() {
            return intake.acknowledged() / floor;
        }

        double visibleToFloor() {
            return intake.visible() / floor;
        }
    }

    /** Rates per second; processor time in microseconds per message. */
    public record Pass(
            double acknowledged,
            double visible,
            long refused,
            Percentiles latency,
            double serverMicros,
            double databaseMicros) {}

    /**
     * A rate that is kept up: how many became visible a second, and how far behind the last was.
     */
    public record Steady(
            double visible, double behind, double serverMicros, double databaseMicros) {}

    @Override
    public boolean isGood() {
        return verdict.lost() == 0 && verdict.doubled() == 0;
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.of("floor: bare durable inserts/s", "%,.0f", median(Pair::floor)),
                Row.of(
                        "acknowledged/s",
                        "%,.0f   = %.2f of the floor (%s)",
                        median(pair -> pair.intake().acknowledged()),
                        median(Pair::acknowledgedToFloor),
                        each(Pair::acknowledgedToFloor)),
                Row.of(
                        "visible/s",
                        "%,.0f   = %.2f of the floor (%s)",
                        median(pair -> pair.intake().visible()),
                        median(Pair::visibleToFloor),
                        each(Pair::visibleToFloor)),
                Row.of(
                        "acknowledged after, ms",
                        "p50 %.1f   p99 %.1f",
                        median(pair -> pair.intake().latency().p50()),
                        median(pair -> pair.intake().latency().p99())),
                Row.of(
                        "the same at %,.0f/s".formatted(halfRate),
                        "p50 %.1f   p99 %.1f",
                        atHalfRate.p50(),
                        atHalfRate.p99()),
                Row.of(
                        "CPU per message, µs",
                        "%.0f   = server %.0f + database %.0f",
                        median(pair ->
                                pair.intake().serverMicros() + pair.intake().databaseMicros()),
                        median(pair -> pair.intake().serverMicros()),
                        median(pair -> pair.intake().databaseMicros())),
                Row.of(
                        "kept up: visible/s",
                        "%,.0f   = %.2f of the floor, the last after %.1f s",
                        steady.visible(),
                        steady.visible() / median(Pair::floor),
                        steady.behind()),
                Row.of(
                        "… CPU per message, µs",
                        "%.0f   = server %.0f + database %.0f",
                        steady.serverMicros() + steady.databaseMicros(),
                        steady.serverMicros(),
                        steady.databaseMicros()),
                Row.of(
                        "refused (503)",
                        "%d",
                        pairs.stream().mapToLong(pair -> pair.intake().refused()).sum()),
                Row.of(
                        "acknowledged in all",
                        "%,d   lost %d   doubled %d",
                        verdict.acknowledged(),
                        verdict.lost(),
                        verdict.doubled()));
    }

    private double median(ToDoubleFunction<Pair> figure) {
        return Median.of(pairs, figure);
    }

    private String each(ToDoubleFunction<Pair> figure) {
        return String.join(
                " ",
                pairs.stream().map(pair -> "%.2f".formatted(figure.applyAsDouble(pair))).toList());
    }
}
