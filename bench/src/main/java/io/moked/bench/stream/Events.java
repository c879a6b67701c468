package io.moked.bench.stream;

import io.moked.bench.product.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Listens, as an open console does, for messages that have become visible. */
final class Events implements AutoCloseable {

    private static final String DATA = "data:";
    private static final long PATIENCE_SECONDS = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, Long> given = new ConcurrentHashMap<>();
    private final CountDownLatch ready = new CountDownLatch(1);

    /** When a message became visible, and where. */
    record Seen(long nanos, String conversation) {}

    static Events of(Access access, String apiToken) throws IOException, InterruptedException {
        var events = new Events();
        var request =
                HttpRequest.newBuilder(URI.create(access.api() + "/events"))
                        .header("Authorization", "Bearer " + apiToken)
                        .build();
        var lines = events.client.send(request, BodyHandlers.ofLines());
        if (lines.statusCode() != 200) {
            throw new IOException("The event stream answers " + lines.statusCode());
        }
        Thread.ofPlatform().daemon().name("events").start(() -> events.listen(lines.body()));
        if (!events.ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("The event stream does not say that it is ready");
        }
        return events;
    }

    /** Until the stream is closed, by us or too early: then messages are missing. */
    private void listen(Stream<String> lines) {
        try {
            lines.filter(line -> line.startsWith(DATA))
                    .forEach(line -> hear(line.substring(DATA.length()), System.nanoTime()));
        } catch (UncheckedIOException closed) {
            ready.countDown();
        }
    }

    private void hear(String data, long now) {
        var event = JsonMapper.shared().readTree(data);
        var kind = event.path("kind").asString("");
        if (kind.equals("ready")) {
            ready.countDown();
        } else if (kind.equals("conversation.message-received")) {
            seen.put(
                    event.path("messageId").asString(),
                    new Seen(now, event.path("conversationId").asString()));
        } else if (kind.equals("conversation.assigned")) {
            given.putIfAbsent(event.path("conversationId").asString(), now);
        }
    }

    /** Gives latecomers some time. */
    void await(int messages) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (seen.size() < messages && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Likewise, until so many conversations have been given to somebody. */
    void awaitGiven(int conversations) {
        long giveUp = System.nanoTime() + Duration.ofSeconds(PATIENCE_SECONDS).toNanos();
        while (given.size() < conversations && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** When an agent's console heard that it was given to somebody for the first time. */
    @Nullable Long givenAt(String conversation) {
        return given.get(conversation);
    }

    @Nullable Seen of(String message) {
        return seen.get(message);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
