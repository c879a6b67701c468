package io.moked.described;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses, as Meta would, what its description does not have; so every test holds us to it. */
public final class OnlyWhatMetaDescribes extends Filter {

    private static final Logger LOG = LoggerFactory.getLogger(OnlyWhatMetaDescribes.class);

    @Override
    public String description() {
        return "Meta's description of its API";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        exchange.setStreams(new ByteArrayInputStream(body), null);
        var faults = MetaDescription.isHere() ? faults(exchange, body) : List.<String>of();
        if (faults.isEmpty()) {
            chain.doFilter(exchange);
            return;
        }
        LOG.error("{} {}: {}", exchange.getRequestMethod(), exchange.getRequestURI(), faults);
        var answer =
                "{\"error\":{\"code\":100,\"message\":\"(#100) Described otherwise\"}}"
                        .getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(400, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static List<String> faults(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        return MetaDescription.get()
                .faults(
                        new MetaDescription.Request(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                headers.getFirst("Authorization"),
                                Optional.ofNullable(headers.getFirst("Content-Type")).orElse(""),
                                body));
    }
}
