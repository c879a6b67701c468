package io.moked.bench.fault;

import io.moked.bench.proof.Call;
import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.Evidence;
import io.moked.bench.proof.Op;
import io.moked.bench.proof.Violation;
import java.time.Instant;
import java.util.List;

/** How webhooks fared during a trouble, how soon after it, and which promises broke. */
record Endured(
        String trouble,
        long acknowledged,
        long refused,
        long againMillis,
        List<Violation> violations) {

    static Endured of(
            String trouble, Instant from, Instant until, long againMillis, Evidence evidence) {
        var during =
                evidence.calls().stream()
                        .filter(call -> call.op() instanceof Op.Deliver)
                        .filter(call -> call.began().isAfter(from) && call.began().isBefore(until))
                        .map(Call::outcome)
                        .toList();
        long acknowledged = during.stream().filter(Outcome.OK::equals).count();
        return new Endured(
                trouble,
                acknowledged,
                during.size() - acknowledged,
                againMillis,
                evidence.violations());
    }
}
