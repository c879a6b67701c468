package io.moked;

import static io.moked.access.Permission.OPERATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.access.Requires;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestBody;

/** What cannot be meant is told to the caller as such, and is no failure of the server. */
@MokedTest
@ExtendWith(OutputCaptureExtension.class)
class BadRequestsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Api agent;

    @BeforeEach
    void hire() {
        agent = Api.of(port, Business.create(server).agent());
    }

    private HttpResponse<String> post(String path, String type, String body)
            throws IOException, InterruptedException {
        return send("POST", path, type, body);
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, "application/json", body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        var address = URI.create("http://localhost:" + port + "/api/v1" + path);
        var request =
                Api.as(agent.token(), HttpRequest.newBuilder(address))
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    @Test
    void refusesBodiesThatAreNotWhatTheyShouldBeAndLogsNothingOfThem(CapturedOutput output)
            throws Exception {
        var path = "/conversations/" + UUID.randomUUID() + "/replies";
        for (var body : List.of("", "{\"hush", "[\"hush\"]", "{\"clientId\":\"hush\"}", "null")) {
            var answer = post(path, "application/json", body);
            assertThat(answer.statusCode()).as(body).isEqualTo(400);
            assertThat(answer.body()).contains("invalid-request").doesNotContain("hush");
        }
        var parts = post("/media", "multipart/form-data; boundary=part", "hush");
        assertThat(parts.statusCode()).isEqualTo(400);
        assertThat(output).doesNotContain("hush");
    }

    @Test
    void refusesEveryBadBodyWhereverOneIsTaken(CapturedOutput output) throws Exception {
        var administrator = administrator();
        var operator = Api.of(port, Business.operator(server));
        var nested = "[".repeat(100_000) + "\"hush\"" + "]".repeat(100_000);
        var bodies =
                List.of("", "null", "7", "\"hush\"", "[\"hush\"]", "{\"hush", nested, "\u0000hush");
        var addresses =
                Routes.of(server).ours().stream().filter(it -> body(it).isPresent()).toList();
        assertThat(addresses).hasSizeGreaterThan(5);
        for (var address : addresses) {
            var path = address.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
            var permission = address.requires().map(Requires::value);
            agent = permission.equals(Optional.of(OPERATE)) ? operator : administrator;
            for (var body : isOptional(address) ? bodies.subList(2, bodies.size()) : bodies) {
                var answer = call(address.method(), path.substring("/api/v1".length()), body);
                assertThat(answer.statusCode()).as(address.words()).isEqualTo(400);
                assertThat(answer.body()).contains("invalid-request").doesNotContain("hush");
            }
        }
        assertThat(output).doesNotContain("hush");
    }

    /** In person: some of what they may is not for programs. */
    private Api administrator() {
        var it = Business.create(server);
        return TenantScope.call(
                it.tenant().id(),
                () -> new Api(port, Business.session(server, it.administrator())));
    }

    /** Nothing, and nothing said of it, is then as good as all of it. */
    private static boolean isOptional(Routes.Route route) {
        return !body(route).orElseThrow().required();
    }

    private static Optional<RequestBody> body(Routes.Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .flatMap(it -> Stream.ofNullable(it.getParameterAnnotation(RequestBody.class)))
                .findFirst();
    }

    /** Letters that are none to the database, in words that are otherwise right. */
    @Test
    void refusesOrReplacesLettersThatAreNoneAndLogsNothingOfThem(CapturedOutput output)
            throws Exception {
        var business = Business.create(server);
        agent = Api.of(port, business.agent());
        new Meta(port).says(business, Meta.newPhone(), "hello");
        await().until(() -> !agent.items("/conversations").isEmpty());
        var conversation =
                "/conversations/" + agent.items("/conversations").getFirst().path("id").asString();
        for (var letter : List.of("\\u0000", "\\uD83D", "\\uDE00\\uD83D", "\u0000")) {
            var id = "{\"clientId\":\"" + UUID.randomUUID() + "\",";
            var word = "\"hush" + letter + "\"";
            var text = "\"content\":{\"type\":\"text\",\"body\":" + word + "}}";
            var answers =
                    List.of(
                            call("POST", conversation + "/notes", id + "\"body\":" + word + "}"),
                            call("POST", conversation + "/replies", id + text),
                            call("PUT", conversation + "/labels", "{\"labels\":[" + word + "]}"));
            assertThat(answers).as(letter).allMatch(it -> it.statusCode() < 500);
        }
        assertThat(agent.call("GET", "/contacts?q=%ED%A0%BDhush", null).status()).isLessThan(500);
        assertThat(output).doesNotContain("hush");
    }

    /** The same in names of people and of what they make. */
    @Test
    void refusesOrReplacesLettersThatAreNoneInNames(CapturedOutput output) throws Exception {
        var business = Business.create(server);
        agent = Api.of(port, business.administrator());
        for (var letter : List.of("\\u0000", "\\uD83D", "\\uDE00\\uD83D")) {
            var name = "\"name\":\"hush" + letter + "\"";
            var email = "\"email\":\"" + UUID.randomUUID() + "@test.example\"";
            var roles = "\"language\":\"en\",\"roles\":[{\"role\":\"agent\"}]}";
            var user = "/users/" + business.agent().id();
            var answers =
                    List.of(
                            call(
                                    "POST",
                                    "/roles",
                                    "{" + name + ",\"permissions\":[\"READ_USERS\"]}"),
                            call("POST", "/users", "{" + name + "," + email + "," + roles),
                            call("POST", "/api-tokens", "{" + name + "}"),
                            call("PATCH", user, "{" + name + "}"));
            assertThat(answers).as(letter).allMatch(it -> it.statusCode() < 500);
        }
        assertThat(agent.call("GET", "/audit-entries?action=%00", null).status()).isLessThan(500);
        assertThat(output).doesNotContain("hush");
    }

    @Test
    void readsNoMoreJsonThanAnybodyCanMean() throws Exception {
        var reply = "{\"clientId\":\"%s\",\"content\":{\"type\":\"text\",\"body\":\"%s\"}}";
        var body = reply.formatted(UUID.randomUUID(), "x".repeat(300 * 1024));
        var answer =
                post("/conversations/" + UUID.randomUUID() + "/replies", "application/json", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("out-of-range");
    }

    /** Who is unknown is told so before what they send is read: its parts are never looked at. */
    @Test
    void refusesAnUploadOfNobodyUnread() throws Exception {
        agent = new Api(port, "moked_nobody");
        assertThat(post("/media", "multipart/form-data; boundary=part", "no parts").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesWhatIsMissingInsideABody() {
        var conversation = "/conversations/" + UUID.randomUUID();
        var reply = Map.of("clientId", UUID.randomUUID(), "content", Map.of("body", "no type"));
        assertThat(agent.post(conversation + "/replies", reply).status()).isEqualTo(400);
        var labels = Map.of("labels", Arrays.asList("one", null));
        assertThat(agent.put(conversation + "/labels", labels).status()).isEqualTo(400);
    }

    @Test
    void refusesListsOfRolesAndPermissionsWithNothingInThem() {
        var administrator = administrator();
        var nothing = Arrays.asList((Object) null);
        var role = Map.of("name", "Nothing", "permissions", nothing);
        var roles = Map.of("roles", nothing);
        var user = "/users/" + UUID.randomUUID();
        assertThat(administrator.call("PATCH", user, roles).status()).isEqualTo(400);
        for (var path : List.of("/roles", "/api-tokens")) {
            assertThat(administrator.post(path, role).status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void refusesIdsCursorsAndLettersThatCannotBe() {
        var absurd = ByteBuffer.allocate(28).putLong(8_000_000_000_000L).array();
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(absurd);
        var endless = Base64.getUrlEncoder().encodeToString(new byte[] {127, -1, -1, -1, -1, -1});
        for (var path :
                List.of(
                        "/conversations/nonsense",
                        "/contacts?limit=many",
                        "/contacts?q=%00",
                        "/contacts?cursor=" + cursor,
                        "/contacts?cursor=" + endless)) {
            var answer = agent.call("GET", path, null);
            assertThat(answer.status()).as(path).isEqualTo(400);
            assertThat(answer.code()).as(path).isEqualTo("invalid-request");
        }
    }

    @Test
    void showsReadinessToNobodyAProxySpeaksForHoweverTheyWriteIt() throws Exception {
        for (var path : List.of("/health", "/health/ready", "/health/%72eady", "/%6detrics")) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("X-Forwarded-For", "203.0.113.7")
                            .build();
            assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
