package io.moked.bench.crash;

import io.moked.bench.proof.History;
import io.moked.bench.proof.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/** Replies that were acknowledged, and the last status each was shown with. */
final class Replies {

    private static final int RECENT = 200;

    private final History history;
    private final List<Reply> recent = new ArrayList<>();
    private final Map<String, String> shown = new ConcurrentHashMap<>();

    Replies(History history) {
        this.history = history;
    }

    record Reply(Office office, String conversation, String id) {}

    synchronized void add(Office office, String conversation, String id) {
        recent.add(new Reply(office, conversation, id));
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    synchronized Optional<Reply> any(Random random) {
        return recent.isEmpty()
                ? Optional.empty()
                : Optional.of(recent.get(random.nextInt(recent.size())));
    }

    /** Writes down what is new. */
    void saw(String number, String message, String status) {
        if (!status.equals(shown.put(message, status))) {
            history.note(new Op.Saw(number, message, status));
        }
    }
}
