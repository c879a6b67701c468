package io.moked.bench.proof;

import static java.util.stream.Collectors.groupingBy;

import io.moked.bench.proof.Evidence.Findings;
import io.moked.bench.proof.Violation.Invariant;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Replies against what Meta accepted of them. */
final class SentOnce {

    /** A send already on the wire may end this long after the message is shown as unconfirmed. */
    static final Duration ON_THE_WIRE = Duration.ofSeconds(2);

    private static final Set<String> UNDER_WAY = Set.of("queued", "sending");
    private static final Set<String> GONE_OUT = Set.of("sent", "delivered", "read");

    private SentOnce() {}

    static void check(Evidence evidence, Findings found) {
        var posts = evidence.posts().stream().collect(groupingBy(Post::reference));
        var messages = evidence.messagesById();
        posts.forEach((reference, accepted) -> {
            if (accepted.size() > 1) {
                found.add(Invariant.SENT_ONCE, "%s was sent %d times", reference, accepted.size());
            }
            if (!messages.containsKey(reference)) {
                found.add(Invariant.SENT_ONCE, "%s was sent and is nowhere shown", reference);
            }
        });
        checkDoubts(evidence, posts, found);
        evidence.threads().forEach(thread -> checkOrder(thread, evidence.posts(), found));
        if (evidence.complete()) {
            messages.values()
                    .forEach(message -> checkEnd(message, posts.containsKey(message.id()), found));
        }
    }

    /** Nobody but a person may send what has been shown as unconfirmed, and as another message. */
    private static void checkDoubts(
            Evidence evidence, Map<String, List<Post>> posts, Findings found) {
        for (var saw : evidence.did(Op.Saw.class)) {
            if (saw.op().status().equals("unconfirmed")) {
                Instant tolerated = saw.call().began().plus(ON_THE_WIRE);
                posts.getOrDefault(saw.op().message(), List.of()).stream()
                        .filter(post -> post.at().isAfter(tolerated))
                        .forEach(post ->
                                found.add(
                                        Invariant.SENT_ONCE,
                                        "%s was sent after it had been shown as unconfirmed",
                                        post.reference()));
            }
        }
    }

    private static void checkOrder(Shown thread, List<Post> posts, Findings found) {
        var places = new HashMap<String, Integer>();
        thread.only(Shown.Kind.OUTBOUND).forEach(it -> places.put(it.id(), places.size()));
        int last = -1;
        for (var post : posts) {
            int place = places.getOrDefault(post.reference(), last);
            if (place < last) {
                found.add(
                        Invariant.IN_ORDER,
                        "%s was sent after a later reply of %s",
                        post.reference(),
                        thread.id());
            }
            last = Math.max(last, place);
        }
    }

    /** Statuses of all that was sent have come by now, so a doubt that is left has a reason. */
    private static void checkEnd(Shown.Item message, boolean sent, Findings found) {
        if (UNDER_WAY.contains(message.status())) {
            found.add(Invariant.SENT_ONCE, "%s is still %s", message.id(), message.status());
        } else if (GONE_OUT.contains(message.status()) != sent) {
            found.add(
                    Invariant.SENT_ONCE,
                    "%s is shown as %s, but was %s",
                    message.id(),
                    message.status(),
                    sent ? "sent" : "never sent");
        }
    }
}
