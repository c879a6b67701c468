package io.moked.bench.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Meta of our own, which outlives every server and remembers what it was given to send. */
public final class Simulator implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String FORM =
            """
            --%s\r
            Content-Disposition: form-data; name="file"; filename="picture.png"\r
            Content-Type: image/png\r
            \r
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private Simulator(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static Simulator start(Packaged packaged) throws IOException {
        int port = DataDirectory.anyPort();
        var command =
                packaged.simulatorCommand(
                        "--stop-with-stdin",
                        "--port=" + port,
                        "--mail-port=" + DataDirectory.anyPort(),
                        "--smtp-port=" + DataDirectory.anyPort());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var ready = process.inputReader().readLine();
        if (ready == null || !ready.startsWith("Simulator ready")) {
            throw new IOException("The simulator did not start: " + ready);
        }
        return new Simulator(process, URI.create("http://127.0.0.1:" + port));
    }

    URI address() {
        return address;
    }

    /** Where it says that files are. */
    URI files() {
        return URI.create("http://localhost:" + address.getPort());
    }

    void setUp(Map<String, ?> world) throws IOException, InterruptedException {
        call("PUT", "/simulator/setup", world);
    }

    public void pace(Map<String, ?> settings) throws IOException, InterruptedException {
        call("PUT", "/simulator/settings", settings);
    }

    /** From now on these go wrong and nothing else. */
    public void faults(Map<String, ?> faults) throws IOException, InterruptedException {
        call("PUT", "/simulator/faults", faults);
    }

    public void heal() throws IOException, InterruptedException {
        call("DELETE", "/simulator/faults", Map.of());
    }

    /** Lets a contact write from the phone, which also opens the service window there. */
    public void write(String phone, String number, String text)
            throws IOException, InterruptedException {
        call(
                "POST",
                "/simulator/customers/" + phone + "/messages",
                Map.of("to", number, "type", "text", "text", Map.of("body", text)));
    }

    /** Leaves a picture with Meta, by the Graph API, and returns its id there. */
    String keep(String number, String token, byte[] png) throws IOException, InterruptedException {
        var boundary = "line";
        var form = new ByteArrayOutputStream();
        form.writeBytes(FORM.formatted(boundary).getBytes(UTF_8));
        form.writeBytes(png);
        form.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        return answer(
                        HttpRequest.newBuilder(address.resolve("/" + number + "/media"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(BodyPublishers.ofByteArray(form.toByteArray())))
                .path("id")
                .asString();
    }

    /** A message that was accepted; the reference is our own id of it. */
    public record Post(
            String at, String phoneNumberId, String to, String wamid, String reference) {}

    /** Every message that was ever accepted, in that order. */
    public List<Post> posts() throws IOException, InterruptedException {
        return call("GET", "/simulator/posts", Map.of())
                .path("posts")
                .valueStream()
                .map(post ->
                        new Post(
                                post.path("at").asString(),
                                post.path("phoneNumberId").asString(),
                                post.path("to").asString().replace("+", ""),
                                post.path("wamid").asString(),
                                post.path("bizOpaque").asString("")))
                .toList();
    }

    private JsonNode call(String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        var json = JsonMapper.shared().writeValueAsBytes(body);
        return answer(
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(json)));
    }

    private JsonNode answer(HttpRequest.Builder question) throws IOException, InterruptedException {
        var request = question.timeout(PATIENCE).build();
        var answer = client.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(
                    "The simulator answers %d to %s"
                            .formatted(answer.statusCode(), request.uri().getPath()));
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> process).join();
        process.destroyForcibly();
    }
}
