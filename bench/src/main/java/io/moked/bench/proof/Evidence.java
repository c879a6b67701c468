package io.moked.bench.proof;

import io.moked.bench.proof.Violation.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything a judgement rests on. It is complete when nothing is on its way any more: then also
 * replies and files must have ended in one way or another, and files are read.
 *
 * @param files by the id of a file, the digest of the bytes that were read, or what stood in the
 *     way
 */
public record Evidence(
        List<Call> calls,
        List<Shown> threads,
        List<Post> posts,
        Map<String, String> files,
        boolean complete) {

    /** Nothing means that all promises hold. */
    public List<Violation> violations() {
        var found = new Findings();
        Recorded.check(this, found);
        Ordered.check(this, found);
        Rising.check(this, found);
        SentOnce.check(this, found);
        Remembered.check(this, found);
        Kept.check(this, found);
        return found.all();
    }

    /** What the checks write down. */
    static final class Findings {

        private final List<Violation> all = new ArrayList<>();

        void add(Invariant invariant, String what, Object... values) {
            all.add(new Violation(invariant, what.formatted(values)));
        }

        List<Violation> all() {
            return List.copyOf(all);
        }
    }

    /** A call whose operation is of this kind. */
    record Did<T extends Op>(T op, Call call) {}

    <T extends Op> List<Did<T>> did(Class<T> kind) {
        return calls.stream()
                .filter(call -> kind.isInstance(call.op()))
                .map(call -> new Did<>(kind.cast(call.op()), call))
                .toList();
    }

    List<Shown.Item> shown(Shown.Kind kind) {
        return threads.stream().flatMap(thread -> thread.only(kind).stream()).toList();
    }

    /** How many files of contacts were given up. */
    public long failedFiles() {
        return shown(Shown.Kind.INBOUND).stream()
                .map(Shown.Item::file)
                .filter(file -> file != null && file.state().equals("failed"))
                .count();
    }

    Map<String, Shown> byId() {
        return threads.stream().collect(Collectors.toMap(Shown::id, Function.identity()));
    }

    Map<String, Shown.Item> messagesById() {
        return shown(Shown.Kind.OUTBOUND).stream()
                .collect(Collectors.toMap(Shown.Item::id, Function.identity()));
    }
}
