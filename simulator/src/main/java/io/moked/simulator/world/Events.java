package io.moked.simulator.world;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tells every watching page at once what happens, as server-sent events. */
public final class Events {

    private static final byte[] STILL_HERE = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_UNREAD = 1000;

    private final Set<BlockingQueue<byte[]>> watchers = ConcurrentHashMap.newKeySet();

    /** A watcher that cannot keep up misses events rather than holding up the world. */
    void tell(String type, JsonNode data) {
        if (!watchers.isEmpty()) {
            byte[] event =
                    ("event: " + type + "\ndata: " + Json.MAPPER.writeValueAsString(data) + "\n\n")
                            .getBytes(StandardCharsets.UTF_8);
            watchers.forEach(watcher -> watcher.offer(event));
        }
    }

    public Answer stream() {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            BlockingQueue<byte[]> mine = new ArrayBlockingQueue<>(MOST_UNREAD);
            watchers.add(mine);
            try {
                pour(mine, exchange.getResponseBody());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                watchers.remove(mine);
            }
        };
    }

    private static void pour(BlockingQueue<byte[]> events, OutputStream out)
            throws IOException, InterruptedException {
        byte @Nullable [] event = STILL_HERE;
        while (!Thread.currentThread().isInterrupted()) {
            out.write(event == null ? STILL_HERE : event);
            out.flush();
            event = events.poll(10, TimeUnit.SECONDS);
        }
    }
}
