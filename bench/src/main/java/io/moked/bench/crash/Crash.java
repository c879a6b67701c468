package io.moked.bench.crash;

import static java.util.stream.Collectors.groupingBy;

import io.moked.bench.measure.Latencies;
import io.moked.bench.measure.Result;
import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.Evidence;
import io.moked.bench.proof.Op;
import io.moked.bench.proof.Violation;
import java.util.ArrayList;
import java.util.List;

/** What became of the promises, and how soon the product was there again. */
public record Crash(
        long seed,
        List<Recovered> recoveries,
        long acknowledgedMessages,
        long repeatedWebhooks,
        long acknowledgedActions,
        long unansweredCalls,
        long sent,
        long acknowledgedFiles,
        long filesRead,
        long filesFailed,
        List<Violation> violations)
        implements Result {

    private static final int SHOWN = 20;

    /** The time from a blow to the first acknowledgement of what was posted after it. */
    public record Recovered(String blow, long millis) {}

    static Crash of(
            long seed, List<Recovered> recoveries, Evidence evidence, List<Violation> violations) {
        long messages = 0;
        long webhooks = 0;
        long actions = 0;
        long unanswered = 0;
        var distinct = new java.util.HashSet<Op.Said>();
        for (var call : evidence.calls()) {
            unanswered += call.outcome() == Outcome.UNKNOWN ? 1 : 0;
            if (call.outcome() == Outcome.OK) {
                switch (call.op()) {
                    case Op.Deliver deliver -> {
                        webhooks++;
                        messages += distinct.addAll(deliver.said()) ? deliver.said().size() : 0;
                    }
                    case Op.Saw saw -> {}
                    default -> actions++;
                }
            }
        }
        return new Crash(
                seed,
                List.copyOf(recoveries),
                messages,
                webhooks,
                actions,
                unanswered,
                evidence.posts().size(),
                distinct.stream().filter(it -> it.file() != null).count(),
                evidence.files().size(),
                evidence.failedFiles(),
                violations);
    }

    @Override
    public boolean isGood() {
        return violations.isEmpty();
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        recoveries.stream()
                .collect(groupingBy(Recovered::blow))
                .forEach((blow, theirs) -> rows.add(recovery(blow, theirs)));
        rows.add(Row.of("messages acknowledged", "%,d", acknowledgedMessages));
        rows.add(
                Row.of(
                        "users' actions and statuses",
                        "%,d acknowledged, %,d calls without an answer",
                        acknowledgedActions,
                        unansweredCalls));
        rows.add(Row.of("messages Meta accepted", "%,d", sent));
        rows.add(
                Row.of(
                        "contacts' files",
                        "%,d acknowledged, %,d read in the end, %,d shown as failed",
                        acknowledgedFiles,
                        filesRead,
                        filesFailed));
        rows.add(Row.of("promises broken", "%d", violations.size()));
        violations.stream()
                .limit(SHOWN)
                .forEach(it -> rows.add(Row.of("  " + it.invariant(), "%s", it.what())));
        return rows;
    }

    private static Row recovery(String blow, List<Recovered> theirs) {
        var times = new Latencies();
        theirs.forEach(it -> times.add(it.millis() * 1_000_000));
        var found = times.percentiles();
        return Row.of(
                blow,
                "%d times   first acknowledgement after p50 %.1f   max %.1f s",
                theirs.size(),
                found.p50() / 1_000,
                found.max() / 1_000);
    }
}
