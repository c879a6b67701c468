package io.moked.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Programs do some of what their makers may, for a while. */
@MokedTest
class ApiTokensTest {

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @LocalServerPort int port;

    private Business business;
    private Api administrator;

    @BeforeEach
    void open() {
        business = Business.create(server);
        administrator = session(business.administrator());
    }

    private Api session(Business.Member member) {
        return new Api(
                port,
                TenantScope.call(business.tenant().id(), () -> Business.session(server, member)));
    }

    private Api.Answer make(List<String> permissions, Instant expiresAt) {
        var wanted = new HashMap<String, Object>(Map.of("name", "robot"));
        wanted.put("permissions", permissions);
        wanted.put("expiresAt", expiresAt);
        return administrator.post("/api-tokens", wanted);
    }

    @Test
    void aTokenDoesWhatItIsForAndNothingElse() {
        var made = make(List.of("READ_CONVERSATIONS"), null).body();
        var robot = new Api(port, made.path("secret").asString());
        assertThat(robot.call("GET", "/conversations", null).status()).isEqualTo(200);
        assertThat(robot.call("GET", "/users", null).status()).isEqualTo(403);
        assertThat(robot.get("/me").path("permissions").toString())
                .doesNotContain("READ_USERS")
                .contains("READ_CONVERSATIONS");
        var listed = administrator.items("/api-tokens").getLast();
        assertThat(listed.path("permissions").toString()).isEqualTo("[\"READ_CONVERSATIONS\"]");
        assertThat(listed.toString()).doesNotContain(robot.token());
    }

    @Test
    void aTokenMakesNoToken() {
        var made = make(List.of("MANAGE_API_TOKENS"), null).body();
        var robot = new Api(port, made.path("secret").asString());
        assertThat(robot.post("/api-tokens", Map.of("name", "heir")).code())
                .isEqualTo("people-only");
        assertThat(robot.items("/api-tokens").toString()).doesNotContain("heir");
    }

    @Test
    void nobodyMakesATokenThatMayMoreThanThey() {
        var keepers = Map.of("name", "Keepers", "permissions", List.of("MANAGE_API_TOKENS"));
        var role = administrator.post("/roles", keepers).body().path("id").asString();
        var held = Map.of("roles", List.of(Map.of("role", role)));
        administrator.call("PATCH", "/users/" + business.manager().id(), held);
        var keeper = session(business.manager());
        var wanted = Map.of("name", "wide", "permissions", List.of("READ_CONVERSATIONS"));
        assertThat(keeper.post("/api-tokens", wanted).code()).isEqualTo("beyond-own-permissions");
        assertThat(keeper.post("/api-tokens", Map.of("name", "all")).body().path("permissions"))
                .extracting(it -> it.asString())
                .contains("MANAGE_API_TOKENS")
                .doesNotContain("READ_CONVERSATIONS");
    }

    @Test
    void aTokenMayNoMoreThanItsMakerMayNow() {
        var made = make(null, null).body();
        var robot = new Api(port, made.path("secret").asString());
        assertThat(robot.call("GET", "/audit-entries", null).status()).isEqualTo(200);
        var promoted = Map.of("roles", List.of(Map.of("role", "administrator")));
        administrator.call("PATCH", "/users/" + business.manager().id(), promoted);
        var demoted = Map.of("roles", List.of(Map.of("role", "agent")));
        administrator.call("PATCH", "/users/" + business.administrator().id(), demoted);
        assertThat(robot.call("GET", "/audit-entries", null).status()).isEqualTo(403);
    }

    @Test
    void aTokenEndsInNinetyDaysOrAsToldWithinAYear() {
        var now = Instant.now();
        var usual = Instant.parse(make(null, null).body().path("expiresAt").asString());
        assertThat(usual).isBetween(now.plus(Duration.ofDays(89)), now.plus(Duration.ofDays(91)));
        assertThat(make(null, now.plus(Duration.ofDays(364))).status()).isEqualTo(201);
        assertThat(make(null, now.plus(Duration.ofDays(366))).status()).isEqualTo(400);
        assertThat(make(null, now.minusSeconds(1)).status()).isEqualTo(400);
        assertThat(make(List.of(), null).status()).isEqualTo(400);
    }

    @Test
    void anExpiredTokenOpensNothingAndIsStillListed() {
        var made = make(null, null).body();
        expire(UUID.fromString(made.path("id").asString()));
        var robot = new Api(port, made.path("secret").asString());
        assertThat(robot.call("GET", "/me", null).status()).isEqualTo(401);
        assertThat(administrator.items("/api-tokens").toString())
                .contains(made.path("id").asString());
    }

    private void expire(UUID id) {
        worker.jdbc()
                .sql(
                        "update access.api_token set expires_at = now() - interval '1 second' where id = :id")
                .param("id", id)
                .update();
    }
}
