package io.moked.bench.proof;

import static java.util.stream.Collectors.groupingBy;

import io.moked.bench.proof.Evidence.Findings;
import io.moked.bench.proof.Op.Said;
import io.moked.bench.proof.Violation.Invariant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contacts' messages: each that was acknowledged once, none twice, none of nobody. */
final class Recorded {

    /** A message by what is seen of it, where it stands. */
    private record Key(String number, String phone, String text) {

        static Key of(Said said) {
            return new Key(said.number(), said.phone(), said.text());
        }
    }

    private Recorded() {}

    static void check(Evidence evidence, Findings found) {
        var shown = shown(evidence);
        Set<Key> written = new HashSet<>();
        Set<Key> promised = new HashSet<>();
        for (var delivery : evidence.did(Op.Deliver.class)) {
            for (var said : delivery.op().said()) {
                written.add(Key.of(said));
                if (delivery.call().isOk()) {
                    promised.add(Key.of(said));
                }
            }
        }
        for (var key : promised) {
            if (!shown.containsKey(key)) {
                found.add(Invariant.NOTHING_LOST, "acknowledged and not there: %s", key);
            }
        }
        shown.forEach((key, times) -> {
            if (times > 1) {
                found.add(Invariant.NOTHING_DOUBLED, "there %d times: %s", times, key);
            }
            if (!written.contains(key)) {
                found.add(Invariant.NOTHING_DOUBLED, "there, but never written: %s", key);
            }
        });
        checkOneOpen(evidence.threads(), found);
    }

    private static Map<Key, Integer> shown(Evidence evidence) {
        var shown = new HashMap<Key, Integer>();
        for (var thread : evidence.threads()) {
            for (var item : thread.only(Shown.Kind.INBOUND)) {
                shown.merge(new Key(thread.number(), thread.phone(), item.text()), 1, Integer::sum);
            }
        }
        return shown;
    }

    private static void checkOneOpen(List<Shown> threads, Findings found) {
        var open = new ArrayList<>(threads);
        open.removeIf(Shown::resolved);
        open.stream()
                .collect(groupingBy(thread -> List.of(thread.number(), thread.phone())))
                .forEach((party, theirs) -> {
                    if (theirs.size() > 1) {
                        found.add(
                                Invariant.ONE_OPEN,
                                "%d open conversations of %s",
                                theirs.size(),
                                party);
                    }
                });
    }
}
