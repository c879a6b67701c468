package io.moked.bench.proof;

import io.moked.bench.proof.Evidence.Findings;
import io.moked.bench.proof.Violation.Invariant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statuses of our messages: what was shown never goes back, what was told is not forgotten. */
final class Rising {

    /** What is tried again goes from sending to queued and back; the two are one step. */
    private static final List<Set<String>> STEPS =
            List.of(
                    Set.of("queued", "sending"),
                    Set.of("unconfirmed"),
                    Set.of("sent"),
                    Set.of("failed"),
                    Set.of("delivered"),
                    Set.of("read"));

    private Rising() {}

    static void check(Evidence evidence, Findings found) {
        var highest = new HashMap<String, String>();
        for (var saw : evidence.did(Op.Saw.class)) {
            see(saw.op().message(), saw.op().status(), highest, found);
        }
        var now = evidence.messagesById();
        now.values().forEach(message -> see(message.id(), message.status(), highest, found));
        checkTold(evidence, now, found);
    }

    private static void see(
            String message, String status, Map<String, String> highest, Findings found) {
        var before = highest.merge(message, status, Rising::higher);
        if (rank(status) < rank(before)) {
            found.add(Invariant.STATUS_RISES, "%s went from %s to %s", message, before, status);
        }
    }

    private static void checkTold(Evidence evidence, Map<String, Shown.Item> now, Findings found) {
        for (var tell : evidence.did(Op.Tell.class)) {
            var message = now.get(tell.op().message());
            if (tell.call().isOk()
                    && message != null
                    && rank(message.status()) < rank(tell.op().status())) {
                found.add(
                        Invariant.STATUS_RISES,
                        "%s is %s, though %s was acknowledged",
                        message.id(),
                        message.status(),
                        tell.op().status());
            }
        }
    }

    private static String higher(String one, String other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(String status) {
        for (int step = 0; step < STEPS.size(); step++) {
            if (STEPS.get(step).contains(status)) {
                return step;
            }
        }
        throw new IllegalArgumentException("A status that no step is known of: " + status);
    }
}
