package io.moked.simulator.web;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves only this machine: pages of other origins, and names that merely resolve to it, are
 * refused.
 */
public final class Guard extends Filter {

    private static final String LOOPBACK = "(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?";
    private static final Pattern HOST = Pattern.compile(LOOPBACK);
    private static final Pattern ORIGIN = Pattern.compile("https?://" + LOOPBACK);

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (!fits(HOST, exchange.getRequestHeaders().getFirst("Host")) || !fits(ORIGIN, origin)) {
            end(exchange, 403);
            return;
        }
        if (origin != null) {
            allow(exchange.getResponseHeaders(), origin);
        }
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            end(exchange, 204);
        } else {
            chain.doFilter(exchange);
        }
    }

    private static boolean fits(Pattern pattern, @Nullable String value) {
        return value == null || pattern.matcher(value).matches();
    }

    private static void allow(Headers headers, String origin) {
        headers.set("Access-Control-Allow-Origin", origin);
        headers.set("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
        headers.set("Access-Control-Allow-Headers", "Content-Type, Authorization");
        headers.set("Vary", "Origin");
    }

    private static void end(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public String description() {
        return "Serves only this machine";
    }
}
