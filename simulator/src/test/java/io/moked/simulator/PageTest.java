package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @RegisterExtension private final Play play = new Play();

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/desk/desk.js",
                "/phone",
                "/phone/phone.js",
                "/phone/phone.css",
                "/dialog/oauth?client_id=1",
                "/v24.0/dialog/oauth?client_id=1",
                "/signup/signup.js",
                "/page/dom.js"
            })
    void servesThePhoneWithAStrictPolicy(String path) throws Exception {
        HttpResponse<String> page = http.send(get(path).build(), BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-ancestors 'self' http://localhost:*")
                .doesNotContain("unsafe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/phone/..%2fSimulator.class",
                "/phone/phone.class",
                "/phone/missing.js",
                "/nothing"
            })
    void servesNothingElse(String path) throws Exception {
        assertThat(http.send(get(path).build(), BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesPagesOfOtherOrigins() throws Exception {
        HttpRequest foreign =
                get("/simulator/posts").header("Origin", "https://example.org").build();
        HttpRequest local =
                get("/simulator/posts").header("Origin", "http://localhost:5173").build();

        assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(
                        http.send(local, BodyHandlers.ofString())
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .contains("http://localhost:5173");
    }

    @Test
    @Timeout(20)
    void tellsWatchersWhatHappens() throws Exception {
        var stream = http.send(get("/simulator/events").build(), BodyHandlers.ofInputStream());
        try (var lines =
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(":");
            play.writeText(EMMA, "Hello");

            assertThat(
                            lines.lines()
                                    .filter(line -> line.startsWith("data:"))
                                    .findFirst()
                                    .orElseThrow())
                    .contains(
                            "\"waId\":\"" + EMMA + "\"",
                            "\"phoneNumberId\":\"" + BLOOM + "\"",
                            "\"from\":\"customer\"");
        }
    }

    @Test
    void tellsInBothLanguagesWhatEveryFaultDoes() throws Exception {
        String words = http.send(get("/desk/words.js").build(), BodyHandlers.ofString()).body();

        assertThat(play.control("GET", "faults", "").body().propertyNames())
                .filteredOn(name -> !name.equals("phoneNumberId"))
                .hasSizeGreaterThan(20)
                .allSatisfy(name ->
                        assertThat(words)
                                .containsPattern("(?s) " + name + ": \\[.* " + name + ": \\["));
    }

    @Test
    void keepsSecretsToItself() throws Exception {
        assertThat(play.control("GET", "setup", "").body().toString())
                .contains("Emma Clark")
                .doesNotContain(Play.SECRET, "token1", Receiver.VERIFY_TOKEN);
    }

    @Test
    void letsCustomersWriteByThemselvesAndGoOnOnceTheyAreAnswered() throws Exception {
        play.control("PUT", "traffic", "{\"on\":true,\"perMinute\":6000,\"seed\":1}");
        await().until(() -> play.receiver().messages().size() > 3);

        play.sendText(EMMA, "Hello, how can we help?");

        await().until(() ->
                play.receiver().statuses().stream()
                        .anyMatch(one -> one.path("status").asString().equals("read")));
        play.control("PUT", "traffic", "{\"on\":false}");
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create(play.address() + path));
    }
}
