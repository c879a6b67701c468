package io.moked.bench.crash;

import io.moked.bench.product.Digest;
import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.History;
import io.moked.bench.proof.Op;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the product and writes down what it was told, no more and no less. */
public final class Caller {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final History history;

    public Caller(History history) {
        this.history = history;
    }

    /** What came of it: an answer's body, and the result that was noted. */
    public record Learned(Outcome outcome, String result) {

        /** What was promised; empty where nothing was. */
        public String promised() {
            return outcome == Outcome.OK ? result : "";
        }

        boolean isUnknown() {
            return outcome == Outcome.UNKNOWN;
        }
    }

    /** {@code result} reads from the answer what has been promised. */
    Learned call(Op op, HttpRequest request, Function<JsonNode, String> result)
            throws InterruptedException {
        long call = history.begin(op);
        var learned = learn(request, result);
        history.end(call, learned.outcome(), learned.result());
        return learned;
    }

    private Learned learn(HttpRequest request, Function<JsonNode, String> result)
            throws InterruptedException {
        try {
            var answer = send(request);
            return switch (answer.statusCode() / 100) {
                case 2 -> new Learned(Outcome.OK, result.apply(json(answer)));
                case 4 -> new Learned(Outcome.FAILED, String.valueOf(answer.statusCode()));
                default -> new Learned(Outcome.UNKNOWN, String.valueOf(answer.statusCode()));
            };
        } catch (ConnectException neverLeft) {
            return new Learned(Outcome.FAILED, "not connected");
        } catch (IOException broken) {
            return new Learned(Outcome.UNKNOWN, broken.getClass().getSimpleName());
        }
    }

    /** Reads, and writes nothing down. */
    JsonNode read(HttpRequest request) throws IOException, InterruptedException {
        var answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(request.uri().getPath() + " answers " + answer.statusCode());
        }
        return json(answer);
    }

    /** The digest of what is handed out, or what stands in the way. */
    String digest(HttpRequest request) throws InterruptedException {
        try {
            var answer = send(request);
            return answer.statusCode() == 200
                    ? Digest.sha256(answer.body())
                    : String.valueOf(answer.statusCode());
        } catch (IOException broken) {
            return broken.getClass().getSimpleName();
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JsonMapper.shared()
                .readTree(answer.body().length == 0 ? new byte[] {'{', '}'} : answer.body());
    }

    History history() {
        return history;
    }
}
