package io.moked.bench.proof;

import static java.util.stream.Collectors.groupingBy;

import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.Evidence.Did;
import io.moked.bench.proof.Evidence.Findings;
import io.moked.bench.proof.Violation.Invariant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** What users did: nothing they were told is done is gone. */
final class Remembered {

    private final Map<String, Shown> threads;
    private final Findings found;

    private Remembered(Map<String, Shown> threads, Findings found) {
        this.threads = threads;
        this.found = found;
    }

    static void check(Evidence evidence, Findings found) {
        var memory = new Remembered(evidence.byId(), found);
        for (var reply : evidence.did(Op.Reply.class)) {
            var op = reply.op();
            memory.checkWritten(Shown.Kind.OUTBOUND, op.conversation(), op.clientId(), reply);
        }
        for (var note : evidence.did(Op.Note.class)) {
            var op = note.op();
            memory.checkWritten(Shown.Kind.NOTE, op.conversation(), op.clientId(), note);
        }
        evidence.did(Op.Resend.class).forEach(memory::checkResent);
        memory.checkLast(
                evidence.did(Op.Assign.class),
                Op.Assign::conversation,
                (assign, thread) -> thread.assignee().equals(assign.user()));
        memory.checkLast(
                evidence.did(Op.Label.class),
                Op.Label::conversation,
                (label, thread) -> thread.labels().equals(Set.of(label.label())));
        memory.checkLast(
                evidence.did(Op.Resolve.class),
                Op.Resolve::conversation,
                (resolve, thread) -> thread.resolved());
    }

    /** Once if it was acknowledged, else at most once. */
    private void checkWritten(Shown.Kind kind, String conversation, String clientId, Did<?> did) {
        var there =
                items(kind, conversation).stream()
                        .filter(item -> item.clientId().equals(clientId))
                        .toList();
        if (there.size() > 1) {
            found.add(Invariant.NOTHING_DOUBLED, "there %d times: %s", there.size(), did.op());
        }
        if (did.call().isOk()
                && there.stream().noneMatch(item -> item.id().equals(did.call().result()))) {
            found.add(Invariant.NOTHING_FORGOTTEN, "acknowledged and not there: %s", did.op());
        }
    }

    private void checkResent(Did<Op.Resend> resent) {
        if (resent.call().isOk()
                && items(Shown.Kind.OUTBOUND, resent.op().conversation()).stream()
                        .noneMatch(item -> item.id().equals(resent.call().result()))) {
            found.add(Invariant.NOTHING_FORGOTTEN, "acknowledged and not there: %s", resent.op());
        }
    }

    private List<Shown.Item> items(Shown.Kind kind, String conversation) {
        var thread = threads.get(conversation);
        return thread == null ? List.of() : thread.only(kind);
    }

    /**
     * One user at a time changes a conversation, so the last acknowledged change stands; or one of
     * unknown outcome, which may come true at any time.
     */
    private <T extends Op> void checkLast(
            List<Did<T>> all, Function<T, String> conversation, BiPredicate<T, Shown> stands) {
        all.stream()
                .filter(did -> did.call().mayHaveHappened())
                .collect(groupingBy(did -> conversation.apply(did.op())))
                .forEach((id, changes) -> {
                    var thread = threads.get(id);
                    var acknowledged = changes.stream().filter(it -> it.call().isOk()).toList();
                    if (acknowledged.isEmpty()) {
                        return;
                    }
                    var possible = new HashSet<T>();
                    possible.add(acknowledged.getLast().op());
                    changes.stream()
                            .filter(it -> it.call().outcome() == Outcome.UNKNOWN)
                            .forEach(it -> possible.add(it.op()));
                    if (thread == null
                            || possible.stream().noneMatch(it -> stands.test(it, thread))) {
                        found.add(
                                Invariant.NOTHING_FORGOTTEN,
                                "acknowledged and undone: %s",
                                acknowledged.getLast().op());
                    }
                });
    }
}
