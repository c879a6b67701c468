package io.moked;

import io.moked.operations.DemoAccess.Tenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a demo's own server as one of its businesses, and to its simulator. */
record DemoTalk(String api, String simulator, HttpClient client) implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BETWEEN = "between-the-parts";

    DemoTalk(String api, String simulator) {
        this(api, simulator, HttpClient.newHttpClient());
    }

    JsonNode api(Tenant tenant, String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        return send(as(tenant, path).method(method, written(body)));
    }

    /** A file with a table in it. */
    JsonNode bring(Tenant tenant, String path, String name, String table)
            throws IOException, InterruptedException {
        var parts =
                """
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%2$s"\r
                Content-Type: text/csv\r
                \r
                %3$s\r
                --%1$s--\r
                """
                        .formatted(BETWEEN, name, table);
        return send(
                as(tenant, path)
                        .setHeader("Content-Type", "multipart/form-data; boundary=" + BETWEEN)
                        .POST(BodyPublishers.ofString(parts)));
    }

    void simulator(String method, String path, Object body)
            throws IOException, InterruptedException {
        send(request(simulator + path).method(method, written(body)));
    }

    private HttpRequest.Builder as(Tenant tenant, String path) {
        return request(api + path).header("Authorization", "Bearer " + tenant.apiToken());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json");
    }

    private static BodyPublisher written(@Nullable Object body) {
        return body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("The demo answers " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        client.close();
    }
}
