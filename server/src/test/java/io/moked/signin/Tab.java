package io.moked.signin;

import io.moked.Business;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser as the server meets it: it keeps cookies, repeats the token against forgery, and comes
 * from a network of its own, unless another shares it.
 */
public final class Tab {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger NETWORKS = new AtomicInteger(256);

    private final int port;
    private final String address;
    private final HttpClient http;
    private final Map<String, String> headers = new TreeMap<>(Map.of("Accept-Language", "en"));
    private final Map<String, String> cookies = new TreeMap<>();

    private Tab(int port, String address) {
        this.port = port;
        this.address = address;
        this.http = HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(address)).build();
    }

    public static Tab open(int port) {
        int network = NETWORKS.incrementAndGet();
        return new Tab(port, "127.0.%d.%d".formatted(network / 256, network % 256));
    }

    /** The proxy in front of the server, which speaks for others. */
    public static Tab proxy(int port) {
        return new Tab(port, "127.0.0.1");
    }

    /** Another browser in the same network. */
    public Tab beside() {
        return new Tab(port, address);
    }

    /** An answer: its status, its body where that is JSON, and the cookies it sets, as written. */
    public record Answer(int status, JsonNode body, List<String> setCookies, HttpResponse<?> http) {

        public String code() {
            return body.path("code").asString("");
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    public Tab with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public String address() {
        return address;
    }

    public Answer get(String path) {
        return call("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return call("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return call("PUT", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, null);
    }

    public Answer signIn(String email, String password) {
        return post("/session", Map.of("email", email, "password", password));
    }

    public Answer signIn(Business.Member member) {
        return signIn(member.user().email(), Business.PASSWORD);
    }

    public Answer call(String method, String path, Object body) {
        var token = cookies.computeIfAbsent("XSRF-TOKEN", name -> "told");
        var content =
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .header("Cookie", cookieHeader())
                        .method(method, content);
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var set = response.headers().allValues("Set-Cookie");
            set.forEach(this::keep);
            var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
            var json = isJson ? JSON.readTree(response.body()) : JSON.createObjectNode();
            return new Answer(response.statusCode(), json, new ArrayList<>(set), response);
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError("The server does not answer", failure);
        }
    }

    private String cookieHeader() {
        return cookies.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
