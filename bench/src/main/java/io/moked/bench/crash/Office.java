package io.moked.bench.crash;

import io.moked.bench.crash.Caller.Learned;
import io.moked.bench.product.Access;
import io.moked.bench.product.Access.Line;
import io.moked.bench.proof.Op;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as the people of one business use it. */
public record Office(Caller caller, Access access, Line line) {

    public String number() {
        return line.phoneNumberId();
    }

    /** Does something and keeps the id that is promised. */
    public Learned perform(Op op, String method, String path, Map<String, ?> body)
            throws InterruptedException {
        var json = JsonMapper.shared().writeValueAsBytes(body);
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(json))
                        .build();
        return caller.call(op, request, answer -> answer.path("id").asString(""));
    }

    List<String> users() throws IOException, InterruptedException {
        return get("/users")
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    /** Does something that is not among what is checked afterwards, and needs its answer. */
    public JsonNode post(String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var json = JsonMapper.shared().writeValueAsBytes(body);
        return caller.read(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json))
                        .build());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return caller.read(request(path).build());
    }

    /** Of the bytes there; what stands in the way, where they cannot be read. */
    String digest(String path) throws InterruptedException {
        return caller.digest(request(path).build());
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) throws IOException, InterruptedException {
        var items = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get(path + (path.contains("?") ? "&" : "?") + "limit=100" + cursor);
            page.path("items").forEach(items::add);
            cursor = "&cursor=" + page.path("next").asString("");
        } while (!cursor.equals("&cursor="));
        return items;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(access.api() + path))
                .timeout(Caller.PATIENCE)
                .header("Authorization", "Bearer " + line.apiToken());
    }
}
