package io.moked.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An app's callback that remembers what it was posted and answers as it is told. */
final class Receiver implements AutoCloseable {

    static final String VERIFY_TOKEN = "verify & me";

    private final HttpServer server;
    private final Queue<Posted> posted = new ConcurrentLinkedQueue<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    record Posted(String path, byte[] body, String signature, int answer) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        Stream<JsonNode> values() {
            return json().path("entry")
                    .valueStream()
                    .flatMap(entry -> entry.path("changes").valueStream())
                    .map(change -> change.path("value"));
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("GET")) {
                verify(exchange);
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            int answer = nextAnswer();
            String signature = exchange.getRequestHeaders().getFirst("X-Hub-Signature-256");
            posted.add(new Posted(exchange.getRequestURI().getPath(), body, signature, answer));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private static void verify(HttpExchange exchange) throws IOException {
        String query =
                URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        boolean known = query.endsWith("hub.verify_token=" + VERIFY_TOKEN);
        byte[] challenge =
                query.replaceAll(".*hub.challenge=(\\d+).*", "$1")
                        .getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(known ? 200 : 403, challenge.length);
        exchange.getResponseBody().write(challenge);
    }

    private synchronized int nextAnswer() {
        return answers.isEmpty() ? 200 : answers.remove();
    }

    synchronized void answer(Integer... next) {
        answers.addAll(List.of(next));
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    List<Posted> posted() {
        return List.copyOf(posted);
    }

    /** The inbound messages taken with 200, in order of arrival. */
    List<JsonNode> messages() {
        return kept("messages");
    }

    List<JsonNode> statuses() {
        return kept("statuses");
    }

    private List<JsonNode> kept(String kind) {
        return posted.stream()
                .filter(one -> one.answer == 200)
                .flatMap(Posted::values)
                .flatMap(value -> value.path(kind).valueStream())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
