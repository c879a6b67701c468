package io.moked.realtime;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A console that listens until it is closed. */
public final class Console implements AutoCloseable {

    record Event(String name, String id, String data) {}

    final List<Event> heard = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    volatile boolean over;

    public Console(int port, String token, @Nullable String lastSeen)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                        .header(
                                token.startsWith("moked_") ? "Authorization" : "Cookie",
                                (token.startsWith("moked_") ? "Bearer " : "moked=") + token);
        if (lastSeen != null) {
            request.header("Last-Event-ID", lastSeen);
        }
        stream =
                HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.ofInputStream())
                        .body();
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try (var lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            String data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.isEmpty()) {
                    heard.add(new Event(name, id, data));
                }
            }
        } catch (IOException closed) {
            heard.add(new Event("closed", "", ""));
        }
        over = true;
    }

    public Console(int port, String token) throws IOException, InterruptedException {
        this(port, token, null);
    }

    public boolean isReady() {
        return names().contains("ready");
    }

    public boolean isOver() {
        return over;
    }

    /** Whoever must go is out within five seconds, on every server. */
    public void endsInTime() {
        await().atMost(Duration.ofSeconds(5)).until(this::isOver);
    }

    /** Whether anything that was heard has these words in it. */
    public boolean heard(String words) {
        return heard.stream().anyMatch(event -> event.toString().contains(words));
    }

    /** What the last event of this name says. */
    String lastOf(String name) {
        return heard.stream()
                .filter(event -> event.name().equals(name))
                .reduce((first, next) -> next)
                .orElseThrow()
                .data();
    }

    public String everything() {
        return heard.toString();
    }

    /** The place of the last event that has one. */
    public String place() {
        return heard.stream()
                .map(Event::id)
                .filter(it -> !it.isEmpty())
                .reduce((first, next) -> next)
                .orElseThrow();
    }

    public long count(String name) {
        return names().stream().filter(it -> it.startsWith(name)).count();
    }

    List<String> names() {
        return heard.stream().map(Event::name).filter(name -> !name.equals("heartbeat")).toList();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
