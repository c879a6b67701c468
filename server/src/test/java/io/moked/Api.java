package io.moked;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API over HTTP as a foreign program would, or with a session as the console does. */
public record Api(int port, String token) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Api of(int port, Business.Member member) {
        return new Api(port, member.token());
    }

    /** An answer: its status, and its body where that is JSON. */
    public record Answer(int status, JsonNode body) {

        public String code() {
            return body.path("code").asString("");
        }
    }

    public JsonNode get(String path) {
        var answer = call("GET", path, null);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
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

    public Answer call(String method, String path, Object body) {
        var content =
                body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(JSON.writeValueAsString(body));
        var request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, content)
                        .build();
        return send(request);
    }

    private static Answer send(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(),
                    isJson ? JSON.readTree(response.body()) : JSON.createObjectNode());
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError("The server does not answer", failure);
        }
    }

    public Answer upload(String name, String type, byte[] bytes) {
        return upload("/media", name, type, bytes);
    }

    /** A file with contacts. */
    public Answer bring(String name, byte[] bytes) {
        return upload("/contact-lists", name, "text/csv", bytes);
    }

    public Answer upload(String path, String name, String type, byte[] bytes) {
        var part =
                "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                        .formatted(name, type);
        var body = new ByteArrayOutputStream();
        body.writeBytes(part.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build());
    }

    public byte[] download(String path) throws IOException, InterruptedException {
        return fetch(path).body();
    }

    public HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        var address = URI.create("http://localhost:" + port + "/api/v1" + path);
        return as(token, HttpRequest.newBuilder(address));
    }

    /** With the token of a program, or the secret of a session as the console shows it. */
    public static HttpRequest.Builder as(String token, HttpRequest.Builder request) {
        return token.startsWith("moked_")
                ? request.header("Authorization", "Bearer " + token)
                : request.header("Cookie", "moked=" + token + "; XSRF-TOKEN=same")
                        .header("X-XSRF-TOKEN", "same");
    }

    public List<JsonNode> items(String path) {
        return list(get(path).path("items"));
    }

    public static List<JsonNode> list(JsonNode array) {
        var items = new ArrayList<JsonNode>();
        array.forEach(items::add);
        return items;
    }

    /** The conversations of a contact, whose phone is unlike all others. */
    public List<JsonNode> conversationsOf(String phone) {
        return items("/conversations?q=" + phone);
    }

    public Answer reply(String conversation, String text) {
        return reply(conversation, UUID.randomUUID(), text);
    }

    public Answer reply(String conversation, UUID clientId, String text) {
        var content = Map.of("type", "text", "body", text);
        return post(
                "/conversations/" + conversation + "/replies",
                Map.of("clientId", clientId, "content", content));
    }

    /** A sign under the newest message there. */
    public Answer react(String conversation, String emoji) {
        var newest = items("/conversations/" + conversation + "/messages").getFirst();
        var sign =
                Map.of(
                        "clientId",
                        UUID.randomUUID(),
                        "content",
                        Map.of("type", "reaction", "emoji", emoji),
                        "replyTo",
                        newest.path("id").asString());
        return post("/conversations/" + conversation + "/replies", sign);
    }
}
