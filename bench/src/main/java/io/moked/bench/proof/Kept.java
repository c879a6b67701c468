package io.moked.bench.proof;

import io.moked.bench.proof.Evidence.Findings;
import io.moked.bench.proof.Op.Said;
import io.moked.bench.proof.Violation.Invariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contacts' files: each with its message, byte for byte as Meta had it, or shown as failed. Whether
 * the message is there is not asked here.
 */
final class Kept {

    private final Evidence evidence;
    private final Findings found;

    private Kept(Evidence evidence, Findings found) {
        this.evidence = evidence;
        this.found = found;
    }

    static void check(Evidence evidence, Findings found) {
        var kept = new Kept(evidence, found);
        var written = written(evidence);
        for (var thread : evidence.threads()) {
            for (var item : thread.only(Shown.Kind.INBOUND)) {
                var said = written.get(List.of(thread.number(), thread.phone(), item.text()));
                if (said != null) {
                    kept.check(said, item.file());
                }
            }
        }
    }

    /** By number, phone and text. */
    private static Map<List<String>, Said> written(Evidence evidence) {
        var written = new HashMap<List<String>, Said>();
        for (var delivery : evidence.did(Op.Deliver.class)) {
            for (var said : delivery.op().said()) {
                written.put(List.of(said.number(), said.phone(), said.text()), said);
            }
        }
        return written;
    }

    private void check(Said said, Shown.@Nullable File shown) {
        var sent = said.file();
        if (sent == null && shown != null) {
            found.add(Invariant.FILES_KEPT, "a file where none was sent: %s", said);
        } else if (sent != null && shown == null) {
            found.add(Invariant.FILES_KEPT, "its file is not there: %s", said);
        } else if (sent != null && shown != null && evidence.complete()) {
            checkEnd(said, sent, shown);
        }
    }

    private void checkEnd(Said said, Op.File sent, Shown.File shown) {
        switch (shown.state()) {
            case "failed" -> {}
            case "ready" -> {
                var read = evidence.files().getOrDefault(shown.id(), "nothing");
                if (!read.equals(sent.sha256())) {
                    found.add(Invariant.FILES_KEPT, "%s was read of its file: %s", read, said);
                }
            }
            default ->
                    found.add(
                            Invariant.FILES_KEPT, "its file is still %s: %s", shown.state(), said);
        }
    }
}
