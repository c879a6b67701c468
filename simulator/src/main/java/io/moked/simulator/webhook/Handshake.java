package io.moked.simulator.webhook;

import io.moked.simulator.web.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Asks a callback to prove itself, as Meta does whenever an app's address or token is edited. */
public final class Handshake {

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private Handshake() {}

    /** What came back; {@code verified} only when it was the challenge and nothing else. */
    public static ObjectNode with(@Nullable URI callback, String verifyToken)
            throws InterruptedException {
        if (callback == null) {
            return Json.object().put("verified", false).put("problem", "There is no callback");
        }
        String challenge =
                Integer.toString(
                        ThreadLocalRandom.current().nextInt(1_000_000_000, Integer.MAX_VALUE));
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer =
                    http.send(request(callback, verifyToken, challenge), BodyHandlers.ofString());
            boolean verified = answer.statusCode() == 200 && answer.body().equals(challenge);
            return Json.object().put("verified", verified).put("status", answer.statusCode());
        } catch (IOException e) {
            return Json.object().put("verified", false).put("problem", e.toString());
        }
    }

    private static HttpRequest request(URI callback, String verifyToken, String challenge) {
        String query =
                "?hub.mode=subscribe&hub.challenge="
                        + challenge
                        + "&hub.verify_token="
                        + URLEncoder.encode(verifyToken, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(callback + query)).timeout(PATIENCE).build();
    }
}
