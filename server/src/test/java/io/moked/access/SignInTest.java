package io.moked.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Business;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Signing in as a browser does: with a cookie for the session and a token against forgery. */
@MokedTest
class SignInTest {

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @LocalServerPort int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    private HttpResponse<String> call(String method, String path, String body, String language)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                        .header("Content-Type", "application/json")
                        .header("Accept-Language", language)
                        .method(method, BodyPublishers.ofString(body));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return call(method, path, body, "en");
    }

    private java.util.Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private HttpResponse<String> signIn(String email, String password)
            throws IOException, InterruptedException {
        call("GET", "/me", "");
        return call(
                "POST",
                "/session",
                "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
    }

    @Test
    void aUserSignsInAndOutAgain() throws Exception {
        var agent = Business.create(server).agent().user();
        assertThat(call("GET", "/me", "").statusCode()).isEqualTo(401);
        var signedIn =
                signIn(" " + agent.email().toUpperCase(java.util.Locale.ROOT), Business.PASSWORD);
        assertThat(signedIn.statusCode()).isEqualTo(201);
        assertThat(signedIn.body()).contains("Ann Agent").contains("\"role\":\"agent\"");
        assertThat(call("GET", "/me", "").statusCode()).isEqualTo(200);
        assertThat(call("DELETE", "/session", "").statusCode()).isEqualTo(204);
        assertThat(call("GET", "/me", "").statusCode()).isEqualTo(401);
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndTheDatabaseKeepsOnlyItsDigest() throws Exception {
        var agent = Business.create(server).agent().user();
        var header =
                signIn(agent.email(), Business.PASSWORD)
                        .headers()
                        .allValues("Set-Cookie")
                        .toString();
        assertThat(header).contains("HttpOnly").contains("SameSite=Lax");
        var kept =
                worker.jdbc()
                        .sql("select count(*) from access.session where digest = :digest")
                        .param("digest", Secrets.digest(cookie("moked").orElseThrow()))
                        .query(Integer.class)
                        .single();
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void aChangeWithoutTheTokenOfTheConsoleIsRefused() throws Exception {
        var agent = Business.create(server).agent().user();
        signIn(agent.email(), Business.PASSWORD);
        var forged =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/me"))
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString("{\"language\":\"he\"}"))
                        .build();
        var answer = browser.send(forged, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("csrf-token-required");
        assertThat(call("PATCH", "/me", "{\"language\":\"he\"}").body())
                .contains("\"language\":\"he\"");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressSoundTheSameInTheCallersLanguage() throws Exception {
        var agent = Business.create(server).agent().user();
        call("GET", "/me", "");
        var body = "{\"email\":\"%s\",\"password\":\"wrong wrong wrong\"}";
        var wrong = call("POST", "/session", body.formatted(agent.email()), "he");
        var unknown =
                call(
                        "POST",
                        "/session",
                        body.formatted(UUID.randomUUID() + "@nowhere.example"),
                        "he");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body())
                .isEqualTo(unknown.body())
                .contains("sign-in-failed")
                .contains("הסיסמה");
    }

    @Test
    void guessingSlowsDown() throws Exception {
        var agent = Business.create(server).agent().user();
        for (int n = 0; n < 6; n++) {
            assertThat(signIn(agent.email(), "wrong wrong wrong").statusCode()).isEqualTo(401);
        }
        var slowed = signIn(agent.email(), Business.PASSWORD);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(slowed.headers().firstValue("Retry-After").orElseThrow()))
                .isPositive();
    }

    @Test
    void everyLetterOfALongHebrewPasswordCounts() throws Exception {
        var business = Business.create(server);
        var password = "סיסמה ארוכה מאוד שיש בה הרבה יותר משלושים ושש אותיות עבריות א";
        assertThat(password.length()).isGreaterThan(36);
        var email = UUID.randomUUID() + "@test.example";
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(Users.class)
                                .create("Dana", email, "he", Role.AGENT, password));
        assertThat(signIn(email, password.substring(0, password.length() - 1) + "ב").statusCode())
                .isEqualTo(401);
        assertThat(signIn(email, password).statusCode()).isEqualTo(201);
    }

    @Test
    void aRevokedTokenOpensNothing() throws Exception {
        var business = Business.create(server);
        var administrator = io.moked.Api.of(port, business.administrator());
        var issued = administrator.post("/api-tokens", java.util.Map.of("name", "robot")).body();
        var robot = new io.moked.Api(port, issued.path("secret").asString());
        assertThat(robot.call("GET", "/me", null).status()).isEqualTo(200);
        assertThat(administrator.items("/api-tokens").toString())
                .contains("robot")
                .doesNotContain(robot.token());
        administrator.delete("/api-tokens/" + issued.path("id").asString());
        assertThat(robot.call("GET", "/me", null).status()).isEqualTo(401);
    }
}
