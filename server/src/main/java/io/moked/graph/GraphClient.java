package io.moked.graph;

import io.moked.channel.Channels.Credentials;
import io.moked.egress.EgressGate;
import io.moked.egress.Recipient;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls Meta's Graph API and fetches files from where it points. */
@Component
public class GraphClient {

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration FILE = Duration.ofMinutes(2);

    private final EgressGate gate;
    private final JsonMapper json;
    private final URI base;
    private final Recipient graph;
    private final Recipient files;

    GraphClient(EgressGate gate, JsonMapper json, MetaSettings settings) {
        this.gate = gate;
        this.json = json;
        this.base = URI.create(settings.graph() + "/" + settings.version() + "/");
        this.graph = Recipient.at("Meta's Graph API", settings.graph());
        this.files = Recipient.at("Meta's files", settings.files(), settings.graph());
    }

    /** What Graph answered: the status and the body, which may be no JSON at all. */
    public record Answer(int status, JsonNode body) {

        public boolean isGood() {
            return status == 200;
        }
    }

    /**
     * A file on its way here, and what Graph tells of it.
     *
     * @param sha256 its digest in base64, as webhooks tell it
     */
    public record Download(InputStream bytes, @Nullable Long size, @Nullable String sha256)
            implements Closeable {

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** Graph keeps no such file, and will not come to. */
    public static final class Gone extends IOException {
        Gone() {
            super("Graph has no such file");
        }
    }

    /** Any node; a query may hold a token, so addresses are never logged. */
    public Answer get(Credentials speaker, String path) throws IOException, InterruptedException {
        return read(gate.call(graph, request(speaker, path, ANSWER).GET().build()));
    }

    /** What is kept under the speaker's own node; without a path, the node itself. */
    public Answer post(Credentials speaker, String path, JsonNode body)
            throws IOException, InterruptedException {
        var request =
                request(speaker, below(speaker, path), ANSWER)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build();
        return read(gate.call(graph, request));
    }

    /** Ends what is kept under the speaker's own node. */
    public Answer delete(Credentials speaker, String path)
            throws IOException, InterruptedException {
        return read(
                gate.call(graph, request(speaker, below(speaker, path), ANSWER).DELETE().build()));
    }

    private static String below(Credentials speaker, String path) {
        return path.isEmpty() ? speaker.externalId() : speaker.externalId() + "/" + path;
    }

    /** Changes a node itself, such as a template. */
    public Answer change(Credentials speaker, String node, JsonNode body)
            throws IOException, InterruptedException {
        return post(new Credentials(node, speaker.token()), "", body);
    }

    /**
     * Uploads an example for a template or a picture of a profile, and is told its handle {@code h}
     * (Graph API, "Resumable Upload API"). The session's name begins like a scheme.
     *
     * @param app of Meta that the token is of
     */
    public Answer uploadExample(
            Credentials speaker, String app, String mimeType, long bytes, InputStream file)
            throws IOException, InterruptedException {
        var type = URLEncoder.encode(mimeType, StandardCharsets.UTF_8);
        var path = "%s/uploads?file_name=example&file_length=%d&file_type=%s";
        var begun =
                read(
                        gate.call(
                                graph,
                                request(speaker, path.formatted(app, bytes, type), ANSWER)
                                        .POST(BodyPublishers.noBody())
                                        .build()));
        var session = begun.body().path("id").asString("");
        if (!begun.isGood() || session.isEmpty()) {
            return begun;
        }
        var request =
                HttpRequest.newBuilder(base.resolve("./" + session))
                        .timeout(FILE)
                        .header("Authorization", "OAuth " + speaker.token())
                        .header("file_offset", "0")
                        .POST(BodyPublishers.ofInputStream(() -> file))
                        .build();
        return read(gate.call(graph, request));
    }

    /** Which app a token is of, as Meta tells: uploads of examples are made to it. */
    public String appOf(Credentials speaker) throws IOException, InterruptedException {
        var shown = URLEncoder.encode(speaker.token(), StandardCharsets.UTF_8);
        var answer = get(speaker, "debug_token?input_token=" + shown);
        return answer.body().path("data").path("app_id").asString("app");
    }

    /** Uploads a file as {@code multipart/form-data} (RFC 7578), streaming it. */
    public Answer upload(Credentials speaker, String mimeType, String fileName, InputStream file)
            throws IOException, InterruptedException {
        var boundary = "moked-" + UUID.randomUUID();
        var head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --%1$s\r
                Content-Disposition: form-data; name="type"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: %2$s\r
                \r
                """
                        .formatted(boundary, mimeType, fileName.replaceAll("[\"\\r\\n\\\\]", "_"));
        var tail = "\r\n--" + boundary + "--\r\n";
        var request =
                request(speaker, speaker.externalId() + "/media", FILE)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofInputStream(() -> sequence(head, file, tail)))
                        .build();
        return read(gate.call(graph, request));
    }

    private static InputStream sequence(String head, InputStream file, String tail) {
        return new SequenceInputStream(
                Collections.enumeration(List.of(bytes(head), file, bytes(tail))));
    }

    private static InputStream bytes(String text) {
        return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A file by its id: Graph tells where it is for the next five minutes, and there it is read.
     */
    public Download download(Credentials speaker, String mediaId)
            throws IOException, InterruptedException {
        var where = read(gate.call(graph, request(speaker, mediaId, ANSWER).GET().build()));
        if (where.status() == 404 || where.status() == 410 || isMissing(where.body())) {
            throw new Gone();
        }
        var url = where.body().path("url").asString("");
        if (!where.isGood() || url.isEmpty()) {
            throw new IOException("Graph told no address of the file: " + where.status());
        }
        var request =
                authorized(speaker, HttpRequest.newBuilder(URI.create(url))).timeout(FILE).build();
        var answer = gate.open(files, request);
        if (answer.statusCode() != 200) {
            answer.body().close();
            throw new IOException("The file was not handed out: " + answer.statusCode());
        }
        var size = where.body().path("file_size").asLong(-1);
        return new Download(
                answer.body(),
                size < 0 ? null : size,
                base64(where.body().path("sha256").asString("")));
    }

    /** How Graph says with a 400 that a node is not there (Graph API, "Error codes"). */
    private static boolean isMissing(JsonNode body) {
        var error = body.path("error");
        return error.path("code").asInt(0) == 100 && error.path("error_subcode").asInt(0) == 33;
    }

    /** Graph tells digests in hexadecimal, webhooks in base64. */
    private static @Nullable String base64(String sha256) {
        return sha256.matches("\\p{XDigit}{64}")
                ? Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256))
                : null;
    }

    private HttpRequest.Builder request(Credentials speaker, String path, Duration patience) {
        return authorized(speaker, HttpRequest.newBuilder(base.resolve(path))).timeout(patience);
    }

    private static HttpRequest.Builder authorized(
            Credentials speaker, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + speaker.token());
    }

    private Answer read(HttpResponse<byte[]> response) {
        try {
            return new Answer(response.statusCode(), json.readTree(response.body()));
        } catch (JacksonException noJson) {
            return new Answer(response.statusCode(), json.createObjectNode());
        }
    }
}
