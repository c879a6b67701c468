package io.moked.bench.proof;

import io.moked.bench.proof.Evidence.Findings;
import io.moked.bench.proof.Violation.Invariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every thread: its contact's messages as they were written, everything as time goes. */
final class Ordered {

    private Ordered() {}

    static void check(Evidence evidence, Findings found) {
        var seqs = seqs(evidence);
        for (var thread : evidence.threads()) {
            checkTimes(thread, found);
            long last = Long.MIN_VALUE;
            for (var item : thread.only(Shown.Kind.INBOUND)) {
                long seq = seqs.getOrDefault(List.of(thread.number(), item.text()), last);
                if (seq < last) {
                    found.add(
                            Invariant.IN_ORDER,
                            "%s of %s stands behind a later one",
                            item.text(),
                            thread.phone());
                }
                last = Math.max(last, seq);
            }
        }
    }

    /** By number and text, how many messages their sender had written before. */
    private static Map<List<String>, Long> seqs(Evidence evidence) {
        var seqs = new HashMap<List<String>, Long>();
        for (var delivery : evidence.did(Op.Deliver.class)) {
            for (var said : delivery.op().said()) {
                seqs.put(List.of(said.number(), said.text()), said.seq());
            }
        }
        return seqs;
    }

    private static void checkTimes(Shown thread, Findings found) {
        var items = thread.items();
        for (int at = 1; at < items.size(); at++) {
            if (items.get(at).at().isBefore(items.get(at - 1).at())) {
                found.add(
                        Invariant.IN_ORDER,
                        "item %s of %s is older than the one before it",
                        items.get(at).id(),
                        thread.id());
            }
        }
    }
}
