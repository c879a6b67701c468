package io.moked;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.moked.described.OnlyWhatMetaDescribes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers in the place of Meta's Graph API as a test tells it to, and remembers what it accepted.
 */
public final class GraphStub {

    private static final JsonMapper JSON = new JsonMapper();
    private static final GraphStub ONLY = new GraphStub();

    private final HttpServer server;
    private final List<JsonNode> accepted = new CopyOnWriteArrayList<>();
    private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> reads = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> unreadable = new ConcurrentHashMap<>();
    private final Map<String, String> nodes = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, byte[]> uploaded = new ConcurrentHashMap<>();
    private final Map<String, Integer> fetched = new ConcurrentHashMap<>();
    private final Set<String> cutShort = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();

    /** What happens to one message instead of its being accepted. */
    @FunctionalInterface
    public interface Reaction {
        void to(HttpExchange exchange, JsonNode message) throws IOException;
    }

    private GraphStub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle).getFilters().add(new OnlyWhatMetaDescribes());
        server.start();
    }

    /** One for all tests; each test asks about the recipients it made. */
    public static GraphStub get() {
        return ONLY;
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The next message meets this instead. */
    public void next(Reaction reaction) {
        reactions.add(reaction);
    }

    public Reaction answer(int status, String body) {
        return (exchange, message) -> respond(exchange, status, body);
    }

    /** Takes the message, and the line breaks before the answer. */
    public Reaction acceptAndHangUp() {
        return (exchange, message) -> {
            accepted.add(message);
            exchange.close();
        };
    }

    /** Takes the message, and says the opposite. */
    public Reaction acceptAndAnswer(int status, String body) {
        return (exchange, message) -> {
            accepted.add(message);
            respond(exchange, status, body);
        };
    }

    public List<JsonNode> acceptedFor(String phone) {
        return accepted.stream()
                .filter(it -> ("+" + phone).equals(it.path("to").asString("")))
                .toList();
    }

    public List<JsonNode> acceptedForUser(String id) {
        return accepted.stream()
                .filter(it -> id.equals(it.path("recipient").asString("")))
                .toList();
    }

    /** The read marks of one message, with or without the sign that somebody writes. */
    public List<JsonNode> readsOf(String wamid) {
        return reads.stream()
                .filter(it -> wamid.equals(it.path("message_id").asString("")))
                .toList();
    }

    /** From now on a read mark of this message is answered so. */
    public void answerReads(String wamid, int status) {
        unreadable.put(wamid, status);
    }

    /** The whole form in which a file was uploaded. */
    public String uploaded(String id) {
        return new String(uploaded.get(id), StandardCharsets.ISO_8859_1);
    }

    /** From now on a node answers this, such as {@code GET 1001/phone_numbers}. */
    public void tell(String node, String json) {
        nodes.put(node, json);
    }

    /** From now on a node answers as if nobody had told what. */
    public void forget(String node) {
        nodes.remove(node);
    }

    /** What was asked of the nodes that begin so, with their queries. */
    public List<Asked> asked(String node) {
        return asked.stream().filter(it -> it.node().startsWith(node)).toList();
    }

    /** Something that a node was asked, and with what. */
    public record Asked(String node, byte[] bytes) {
        public JsonNode body() {
            return JSON.readTree(bytes);
        }
    }

    public void keep(String mediaId, byte[] bytes) {
        files.put(mediaId, bytes);
    }

    /** The next time it is handed out, its end is missing. */
    public void cutShort(String mediaId) {
        cutShort.add(mediaId);
    }

    /** How often a file has been handed out. */
    public int fetched(String mediaId) {
        return fetched.getOrDefault(mediaId, 0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var told = nodes.getOrDefault(node(exchange), nodes.get(withoutQuery(exchange)));
            if (told != null) {
                asked.add(new Asked(node(exchange), exchange.getRequestBody().readAllBytes()));
                respond(exchange, told.contains("\"error\"") ? 400 : 200, told);
                return;
            }
            if (path.startsWith("/file/")) {
                handOut(exchange, path.substring("/file/".length()));
            } else if (path.endsWith("/whatsapp_business_profile")) {
                respond(exchange, 200, "{\"data\": [{}]}");
            } else if (path.endsWith("/messages")) {
                message(exchange);
            } else if (path.endsWith("/media")) {
                var id = "uploaded-" + count.incrementAndGet();
                uploaded.put(id, exchange.getRequestBody().readAllBytes());
                respond(exchange, 200, "{\"id\":\"" + id + "\"}");
            } else {
                var id = path.substring(path.lastIndexOf('/') + 1);
                tellWhere(exchange, id);
            }
        }
    }

    private static String withoutQuery(HttpExchange exchange) {
        return exchange.getRequestMethod()
                + " "
                + exchange.getRequestURI().getPath().replaceFirst("/v[0-9.]+/", "");
    }

    private static String node(HttpExchange exchange) {
        var query = exchange.getRequestURI().getQuery();
        return query == null ? withoutQuery(exchange) : withoutQuery(exchange) + "?" + query;
    }

    private void handOut(HttpExchange exchange, String id) throws IOException {
        fetched.merge(id, 1, Integer::sum);
        var bytes = files.get(id);
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody()
                .write(bytes, 0, cutShort.remove(id) ? bytes.length - 1 : bytes.length);
    }

    private void tellWhere(HttpExchange exchange, String id) throws IOException {
        var bytes = files.get(id);
        respond(
                exchange,
                bytes == null ? 404 : 200,
                "{\"url\":\"%s/file/%s\",\"file_size\":%d}"
                        .formatted(address(), id, bytes == null ? 0 : bytes.length));
    }

    private void message(HttpExchange exchange) throws IOException {
        var message = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (message.path("status").asString("").equals("read")) {
            reads.add(message);
            int status = unreadable.getOrDefault(message.path("message_id").asString(), 200);
            respond(exchange, status, status == 200 ? "{\"success\":true}" : "{\"error\":{}}");
            return;
        }
        var reaction = reactions.poll();
        if (reaction != null) {
            reaction.to(exchange, message);
            return;
        }
        accepted.add(message);
        var id = "wamid.out-" + count.incrementAndGet();
        respond(exchange, 200, "{\"messages\":[{\"id\":\"" + id + "\"}]}");
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
