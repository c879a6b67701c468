package io.moked.bench.crash;

import io.moked.bench.crash.Replies.Reply;
import io.moked.bench.product.Simulator;
import io.moked.bench.product.Simulator.Post;
import io.moked.bench.proof.Op;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what the product shows of replies, and tells it of their fates once more and in any
 * order, as a Meta in trouble does.
 */
final class Gossip implements Crew.Worker {

    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Simulator simulator;
    private final Webhooks webhooks;
    private final Replies replies;
    private final Random random;
    private final Map<String, Post> posts = new HashMap<>();
    private Instant asked = Instant.EPOCH;

    Gossip(Simulator simulator, Webhooks webhooks, Replies replies, Random random) {
        this.simulator = simulator;
        this.webhooks = webhooks;
        this.replies = replies;
        this.random = random;
    }

    @Override
    public long work() throws IOException, InterruptedException {
        var reply = replies.any(random);
        if (reply.isPresent()) {
            look(reply.get());
            var post = post(reply.get().id());
            if (post != null) {
                tell(reply.get(), post);
            }
        }
        return 50 + random.nextInt(150);
    }

    private void look(Reply reply) throws InterruptedException {
        try {
            var thread = "/conversations/" + reply.conversation() + "/messages?limit=100";
            for (var message : reply.office().get(thread).path("items")) {
                if (message.path("direction").asString("").equals("outbound")) {
                    replies.saw(
                            reply.office().number(),
                            message.path("id").asString(),
                            message.path("status").asString());
                }
            }
        } catch (IOException away) {
            // The product may be down just now.
            return;
        }
    }

    private @Nullable Post post(String reply) throws IOException, InterruptedException {
        if (asked.isBefore(Instant.now().minus(FRESH))) {
            asked = Instant.now();
            simulator.posts().forEach(post -> posts.put(post.reference(), post));
        }
        return posts.get(reply);
    }

    private void tell(Reply reply, Post post) throws InterruptedException {
        var statuses = new ArrayList<>(List.of("sent", "delivered", "read"));
        Collections.shuffle(statuses, random);
        for (var status : statuses.subList(0, 1 + random.nextInt(statuses.size()))) {
            var line = reply.office().line();
            var op = new Op.Tell(line.phoneNumberId(), reply.id(), status);
            webhooks.post(
                    op, Letters.status(line, post.to(), post.wamid(), post.reference(), status));
        }
    }
}
