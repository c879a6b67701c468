package io.moked.bench.fault;

import io.moked.bench.measure.Result;
import io.moked.bench.proof.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was endured, and how. */
public record Faults(
        boolean withFullDisk,
        List<Endured> endured,
        Duration stop,
        List<Neighbours> neighbours,
        List<Violation> violationsAtTheEnd)
        implements Result {

    private static final int SHOWN = 20;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(25);

    private List<Violation> violations() {
        var all = new ArrayList<>(violationsAtTheEnd);
        endured.forEach(it -> all.addAll(it.violations()));
        return all;
    }

    @Override
    public boolean isGood() {
        return violations().isEmpty() && stop.compareTo(LONGEST_STOP) <= 0;
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        if (!withFullDisk) {
            rows.add(Row.of("disk full", "left out: no disk may be mounted here"));
        }
        for (var it : endured) {
            rows.add(
                    Row.of(
                            it.trouble(),
                            "webhooks meanwhile: %d acknowledged, %d not   again after %d ms   broken %d",
                            it.acknowledged(),
                            it.refused(),
                            it.againMillis(),
                            it.violations().size()));
        }
        rows.add(Row.of("stopped under load after", "%.1f s", stop.toMillis() / 1e3));
        for (var it : neighbours) {
            rows.add(
                    Row.of(
                            "Meta " + it.trouble(),
                            "replies of another number: p50 × %.2f   p95 × %.2f",
                            it.ratioOfMedians(),
                            it.ratioOfP95()));
        }
        rows.add(Row.of("promises broken", "%d", violations().size()));
        violations().stream()
                .limit(SHOWN)
                .forEach(it -> rows.add(Row.of("  " + it.invariant(), "%s", it.what())));
        return rows;
    }
}
