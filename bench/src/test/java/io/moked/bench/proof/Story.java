package io.moked.bench.proof;

import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.Op.Said;
import io.moked.bench.proof.Shown.Item;
import io.moked.bench.proof.Shown.Kind;
import io.moked.bench.proof.Violation.Invariant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A history made by hand, of one contact and one conversation unless told otherwise. */
final class Story {

    static final String NUMBER = "100";
    static final String PHONE = "15557000001";
    static final String THREAD = "thread";

    private final List<Call> calls = new ArrayList<>();
    private final List<Shown> threads = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();
    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private boolean complete;

    /** A second passes with everything that happens. */
    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    Story did(Op op, Outcome outcome, String result) {
        calls.add(new Call(op, tick(), outcome, result));
        return this;
    }

    Story acknowledged(Op op) {
        return did(op, Outcome.OK, "");
    }

    Story unanswered(Op op) {
        return did(op, Outcome.UNKNOWN, "");
    }

    Story posted(String reference) {
        posts.add(new Post(tick(), NUMBER, PHONE, reference));
        return this;
    }

    Story shows(Item... items) {
        return shows(NUMBER, PHONE, THREAD, false, "", Set.of(), items);
    }

    Story shows(
            String number,
            String phone,
            String id,
            boolean resolved,
            String assignee,
            Set<String> labels,
            Item... items) {
        threads.add(new Shown(number, id, phone, resolved, assignee, labels, List.of(items)));
        return this;
    }

    /** These bytes are read of a file, by their digest. */
    Story read(String file, String sha256) {
        files.put(file, sha256);
        return this;
    }

    /** Nothing is on its way any more. */
    Story ended() {
        complete = true;
        return this;
    }

    List<Invariant> broken() {
        return new Evidence(calls, threads, posts, files, complete)
                .violations().stream().map(Violation::invariant).toList();
    }

    static Op.Deliver delivery(int... seqs) {
        var said = new ArrayList<Said>();
        for (int seq : seqs) {
            said.add(said(NUMBER, seq));
        }
        return new Op.Deliver(said);
    }

    static Said said(String number, int seq) {
        return new Said(number, PHONE, seq, "wamid." + seq, text(seq), null);
    }

    /** A webhook with one message and a file of these bytes, by their digest. */
    static Op.Deliver deliveryWithFile(int seq, String sha256) {
        var file = new Op.File("meta" + seq, sha256);
        return new Op.Deliver(
                List.of(new Said(NUMBER, PHONE, seq, "wamid." + seq, text(seq), file)));
    }

    static Item inbound(int seq) {
        return item(Kind.INBOUND, "in" + seq, "", text(seq), "received", seq);
    }

    static Item inboundWithFile(int seq, String file, String state) {
        return item(
                Kind.INBOUND,
                "in" + seq,
                "",
                text(seq),
                "received",
                seq,
                new Shown.File(file, state));
    }

    static Item outbound(String id, String clientId, String status) {
        return item(Kind.OUTBOUND, id, clientId, "reply", status, 100);
    }

    static Item item(
            Kind kind, String id, String clientId, String text, String status, int second) {
        return item(kind, id, clientId, text, status, second, null);
    }

    private static Item item(
            Kind kind,
            String id,
            String clientId,
            String text,
            String status,
            int second,
            Shown.@Nullable File file) {
        var at = Instant.parse("2026-11-26T10:00:00Z").plusSeconds(second);
        return new Item(kind, id, clientId, text, status, at, file);
    }

    private static String text(int seq) {
        return "message " + seq;
    }
}
