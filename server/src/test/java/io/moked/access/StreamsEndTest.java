package io.moked.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.realtime.Console;
import io.moked.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A console that listens hears no more than its user may, from the moment that changes. */
@MokedTest
class StreamsEndTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private Api administrator;
    private String user;
    private String session;

    @BeforeEach
    void signIn() {
        business = Business.create(server);
        administrator = Api.of(port, business.administrator());
        user = "/users/" + business.agent().id();
        session =
                TenantScope.call(
                        business.tenant().id(), () -> Business.session(server, business.agent()));
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
            await().until(theirs::isOver);
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
    void ofWhoseRolesChangeWhoseSessionThenDoesWhatTheyMayNow() throws Exception {
        assertThat(statusOf("/audit-entries")).isEqualTo(403);
        var manager = Map.of("roles", List.of(Map.of("role", "manager")));
        endsTheirStream(() -> administrator.call("PATCH", user, manager));
        assertThat(statusOf("/audit-entries")).isEqualTo(200);
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
        var held = Map.of("roles", List.of(Map.of("role", role)));
        endsTheirStream(() -> administrator.call("PATCH", user, held));
        assertThat(statusOf("/audit-entries")).isEqualTo(200);
        var less = Map.of("permissions", List.of("READ_CONVERSATIONS"));
        try (var theirs = new Console(port, session)) {
            await().until(theirs::isReady);
            administrator.call("PATCH", "/roles/" + role, less);
            await().until(theirs::isOver);
        }
        assertThat(statusOf("/audit-entries")).isEqualTo(403);
    }

    @Test
    void ofAProgramWhoseTokenIsRevoked() throws Exception {
        var made = administrator.post("/api-tokens", Map.of("name", "robot")).body();
        try (var robot = new Console(port, made.path("secret").asString())) {
            await().until(robot::isReady);
            administrator.delete("/api-tokens/" + UUID.fromString(made.path("id").asString()));
            await().until(robot::isOver);
        }
    }
}
