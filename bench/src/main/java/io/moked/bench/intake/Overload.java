package io.moked.bench.intake;

import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Median;
import io.moked.bench.measure.Result;
import io.moked.bench.webhook.Ledger.Verdict;
import java.util.List;

/** More than can be kept: what is declined, how what is accepted fares, and who else feels it. */
public record Overload(
        double sustainable,
        Percentiles calm,
        Twice twice,
        double backMillis,
        List<Crowding> crowding,
        Verdict verdict)
        implements Result {

    /** At twice the sustainable rate, for longer than a backlog may grow. */
    public record Twice(
            double offered,
            double accepted,
            Percentiles acceptedAfter,
            long refused,
            Percentiles refusedAfter,
            List<Long> acceptedByNumber) {}

    /** Visible latency of one business alone, and while another has fifty times its load. */
    public record Crowding(Percentiles alone, Percentiles crowded) {

        double ratio() {
            return crowded.p95() / alone.p95();
        }
    }

    @Override
    public boolean isGood() {
        return verdict.lost() == 0 && verdict.doubled() == 0;
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.of("visible/s, sustainable", "%,.0f", sustainable),
                Row.of("at half of it, ms", "p50 %.1f   p99 %.1f", calm.p50(), calm.p99()),
                Row.of("offered/s", "%,.0f", twice.offered()),
                Row.of(
                        "… accepted/s",
                        "%,.0f   after p50 %.0f   p99 %.0f ms   by number %s",
                        twice.accepted(),
                        twice.acceptedAfter().p50(),
                        twice.acceptedAfter().p99(),
                        twice.acceptedByNumber()),
                Row.of(
                        "… declined",
                        "%,d   after p50 %.0f   p99 %.0f ms",
                        twice.refused(),
                        twice.refusedAfter().p50(),
                        twice.refusedAfter().p99()),
                Row.of("as quick as before after", "%.0f ms", backMillis),
                Row.of(
                        "p95 visible beside 50 × the load",
                        "× %.2f   (alone p95 %.1f ms)",
                        Median.of(crowding, Crowding::ratio),
                        Median.of(crowding, it -> it.alone().p95())),
                Row.of(
                        "acknowledged in all",
                        "%,d   lost %d   doubled %d",
                        verdict.acknowledged(),
                        verdict.lost(),
                        verdict.doubled()));
    }
}
