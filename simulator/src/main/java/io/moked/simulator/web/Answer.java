package io.moked.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How one request ends: usually with bytes, sometimes with a stream or with a closed connection.
 */
@FunctionalInterface
public interface Answer {

    /** The connection closes and the caller never learns what became of its request. */
    Answer LOST = HttpExchange::close;

    Answer NOTHING = exchange -> exchange.sendResponseHeaders(204, -1);

    /** Graph's way of saying that something is done. */
    Answer SUCCESS = json(Json.object().put("success", true));

    void write(HttpExchange exchange) throws IOException;

    static Answer json(Object value) {
        return json(200, value);
    }

    static Answer json(int status, Object value) {
        return bytes(status, "application/json; charset=utf-8", Json.bytes(value));
    }

    static Answer bytes(int status, String contentType, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    static Answer file(Path path, String contentType) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(200, Files.size(path));
            Files.copy(path, exchange.getResponseBody());
        };
    }

    default Answer with(String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            write(exchange);
        };
    }
}
