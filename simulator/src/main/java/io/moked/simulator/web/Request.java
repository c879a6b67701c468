package io.moked.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One request with the variables of its route. */
public final class Request {

    private static final int MOST_JSON = 1 << 20;

    private final HttpExchange exchange;
    private final Map<String, String> variables;

    Request(HttpExchange exchange, Map<String, String> variables) {
        this.exchange = exchange;
        this.variables = variables;
    }

    public String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** The address without its query. */
    public String path() {
        return "http://" + header("Host") + exchange.getRequestURI().getPath();
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    public String header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** The named query parameter, empty when it is not given. */
    public String query(String name) {
        String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair ->
                        URLDecoder.decode(
                                pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    public InputStream body() {
        return exchange.getRequestBody();
    }

    /** The body as JSON; an empty body is an empty object. */
    public JsonNode json() throws IOException {
        byte[] body = body().readNBytes(MOST_JSON + 1);
        if (body.length > MOST_JSON) {
            throw Refusal.of(413, "The body is larger than 1 MB");
        }
        return body.length == 0 ? Json.object() : Json.parse(body);
    }

    public ObjectNode object() throws IOException {
        return json() instanceof ObjectNode object ? object : refuse();
    }

    private static ObjectNode refuse() {
        throw Refusal.of(400, "A JSON object is expected");
    }
}
