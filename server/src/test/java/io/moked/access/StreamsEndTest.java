package io.moked.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.Overtaken;
import io.moked.realtime.Console;
import io.moked.signin.TurnedClock;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A console that listens hears no more than its user may, from the moment that changes. */
@MokedTest
@Import(TurnedClock.class)
class StreamsEndTest {

    @Autowired ApplicationContext server;
    @Autowired TurnedClock.Hand clock;
    @Autowired JdbcClient app;
    @Autowired TransactionTemplate transactions;
    @LocalServerPort int port;

    private Business business;
    private Api administrator;
    private String user;
    private String session;

    @BeforeEach
    void signIn() {
        business = Business.create(server);
        administrator = new Api(port, session(business.administrator()));
        user = "/users/" + business.agent().id();
        session = session(business.agent());
    }

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    private String session(Business.Member member) {
        return TenantScope.call(business.tenant().id(), () -> Business.session(server, member));
    }

    private int statusOf(String path) {
        return new Api(port, session).call("GET", path, null).status();
    }

    /** Of the one, and not of the others. */
    private void endsTheirStream(Runnable change) throws Exception {
        try (var theirs = new Console(port, session);
                var others = new Console(port, business.colleague().token())) {
            await().until(() -> theirs.isReady() && others.isReady());
            change.run();
            theirs.endsInTime();
            assertThat(others.isOver()).isFalse();
        }
    }

    @Test
    void ofWhoeverIsDeactivated() throws Exception {
        endsTheirStream(() -> administrator.put(user + "/deactivation", null));
        assertThat(statusOf("/me")).isEqualTo(401);
        administrator.delete(user + "/deactivation");
        assertThat(statusOf("/me")).isEqualTo(401);
    }

    @Test
    void ofWhoseSessionsAreEndedByAnAdministrator() throws Exception {
        endsTheirStream(() -> administrator.delete(user + "/sessions"));
        assertThat(statusOf("/me")).isEqualTo(401);
    }

    @Test
    void ofWhoeverMayDoMoreWhoThenSignsInAnew() throws Exception {
        endsTheirStream(() -> hold("manager"));
        assertThat(statusOf("/me")).isEqualTo(401);
        session = session(business.agent());
        assertThat(statusOf("/audit-entries")).isEqualTo(200);
    }

    @Test
    void ofWhoeverMayDoLessWhoseSessionDoesWhatTheyMayNow() throws Exception {
        hold("manager");
        session = session(business.agent());
        endsTheirStream(() -> hold("agent"));
        assertThat(statusOf("/me")).isEqualTo(200);
        assertThat(statusOf("/audit-entries")).isEqualTo(403);
    }

    @Test
    void ofWhoeverMayDoTheSameInMorePlaces() throws Exception {
        var here = Map.of("role", "agent", "departments", List.of(business.department()));
        administrator.call("PATCH", user, Map.of("roles", List.of(here)));
        assertThat(statusOf("/me")).isEqualTo(200);
        endsTheirStream(() -> hold("agent"));
        assertThat(statusOf("/me")).isEqualTo(401);
    }

    private void hold(String role) {
        var held = Map.of("roles", List.of(Map.of("role", role)));
        assertThat(administrator.call("PATCH", user, held).status()).isEqualTo(200);
    }

    @Test
    void ofEverybodyWhenARoleTheyMayHoldIsDefinedAnew() throws Exception {
        var reader =
                Map.of(
                        "name",
                        "Reader",
                        "permissions",
                        List.of("READ_CONVERSATIONS", "READ_AUDIT"));
        var role = administrator.post("/roles", reader).body().path("id").asString();
        endsTheirStream(() -> hold(role));
        session = session(business.agent());
        assertThat(statusOf("/audit-entries")).isEqualTo(200);
        var less = Map.of("permissions", List.of("READ_CONVERSATIONS"));
        try (var theirs = new Console(port, session)) {
            await().until(theirs::isReady);
            administrator.call("PATCH", "/roles/" + role, less);
            theirs.endsInTime();
        }
        assertThat(statusOf("/audit-entries")).isEqualTo(403);
        administrator.call("PATCH", "/roles/" + role, reader);
        assertThat(statusOf("/me")).isEqualTo(401);
    }

    @Test
    void ofAProgramWhoseTokenIsRevoked() throws Exception {
        var made = administrator.post("/api-tokens", Map.of("name", "robot")).body();
        try (var robot = new Console(port, made.path("secret").asString())) {
            await().until(robot::isReady);
            administrator.delete("/api-tokens/" + UUID.fromString(made.path("id").asString()));
            robot.endsInTime();
        }
    }

    /** With the next sign of life, and not only when every stream must show anew who listens. */
    @Test
    void ofAProgramWhoseTokenHasComeToItsEnd() throws Exception {
        var wanted = Map.of("name", "robot", "expiresAt", clock.instant().plusSeconds(60));
        var made = administrator.post("/api-tokens", wanted).body();
        try (var robot = new Console(port, made.path("secret").asString());
                var others = new Console(port, business.colleague().token())) {
            await().until(() -> robot.isReady() && others.isReady());
            clock.turn(Duration.ofMinutes(2));
            await().atMost(Duration.ofSeconds(40)).until(robot::isOver);
            assertThat(others.isOver()).isFalse();
        }
    }

    /** The request waits to note that they were seen, while their roles change. */
    @Test
    void ofWhoseRolesChangeWhileItOpens() throws Exception {
        clock.turn(Duration.ofMinutes(2));
        var narrow = Map.of("name", "Narrow", "permissions", List.of("READ_CONVERSATIONS"));
        var role = administrator.post("/roles", narrow).body().path("id").asString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var watcher = new Console(port, administrator.token())) {
            await().until(watcher::isReady);
            var opening =
                    TenantScope.call(
                            business.tenant().id(),
                            () ->
                                    transactions.execute(tx -> {
                                        app.sql("lock table access.session in exclusive mode")
                                                .update();
                                        var sent = threads.submit(() -> new Console(port, session));
                                        await().until(() -> Overtaken.isAnyWaiting(server));
                                        hold(role);
                                        await().until(() -> watcher.heard("access.roles-changed"));
                                        return sent;
                                    }));
            try (var theirs = opening.get()) {
                theirs.endsInTime();
            }
        }
    }

    @Test
    void ofNobodyWhoseRolesStayAsTheyWere() throws Exception {
        try (var theirs = new Console(port, session);
                var watcher = new Console(port, administrator.token())) {
            await().until(() -> theirs.isReady() && watcher.isReady());
            var same = Map.of("roles", List.of(Map.of("role", "agent")));
            assertThat(administrator.call("PATCH", user, same).status()).isEqualTo(200);
            var manager = Map.of("roles", List.of(Map.of("role", "manager")));
            administrator.call("PATCH", "/users/" + business.colleague().id(), manager);
            await().until(() -> watcher.heard("access.roles-changed"));
            assertThat(watcher.count("access.roles-changed")).isEqualTo(1);
            assertThat(theirs.isOver()).isFalse();
        }
    }
}
