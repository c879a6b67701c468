package io.moked.bench.fault;

import static java.util.stream.Collectors.toSet;

import io.moked.bench.crash.Lab;
import io.moked.bench.crash.Office;
import io.moked.bench.measure.Latencies;
import io.moked.bench.product.Simulator;
import io.moked.bench.proof.Op;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Answers the contacts of one number at a steady pace, and finds out when Meta had each reply. */
record Courier(Office office, Simulator simulator) {

    private static final Duration PACE = Duration.ofMillis(100);
    private static final int PATIENCE_SECONDS = 10;

    Latencies answer(Duration time) throws Exception {
        var open =
                office.get("/conversations?status=open&limit=100")
                        .path("items")
                        .valueStream()
                        .filter(Lab::isOfALab)
                        .toList();
        var begun = new HashMap<String, Instant>();
        for (int turn = 0; turn < time.dividedBy(PACE); turn++) {
            var began = Instant.now();
            var conversation = open.get(turn % open.size()).path("id").asString();
            var id = reply(conversation, "word %d of a courier".formatted(turn));
            if (!id.isEmpty()) {
                begun.put(id, began);
            }
            Thread.sleep(PACE.minus(Duration.between(began, Instant.now())));
        }
        return arrivals(begun);
    }

    private String reply(String conversation, String text) throws InterruptedException {
        var clientId = UUID.randomUUID().toString();
        var body = Map.of("clientId", clientId, "content", Map.of("type", "text", "body", text));
        return office.perform(
                        new Op.Reply(office.number(), conversation, clientId, text),
                        "POST",
                        "/conversations/" + conversation + "/replies",
                        body)
                .promised();
    }

    private Latencies arrivals(Map<String, Instant> begun) throws Exception {
        for (int tries = 0; tries < PATIENCE_SECONDS && !arrived().containsAll(begun.keySet()); ) {
            Thread.sleep(Duration.ofSeconds(1));
            tries++;
        }
        var latencies = new Latencies();
        for (var post : simulator.posts()) {
            var began = begun.get(post.reference());
            if (began != null) {
                latencies.add(Duration.between(began, Instant.parse(post.at())).toNanos());
            }
        }
        return latencies;
    }

    private Set<String> arrived() throws Exception {
        return simulator.posts().stream().map(Simulator.Post::reference).collect(toSet());
    }
}
