package io.moked.walls;

import static io.moked.access.Credential.Standing.ENROLMENT_REQUIRED;
import static io.moked.access.Credential.Standing.SECOND_FACTOR_REQUIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.access.Credential.Standing;
import io.moked.access.Role;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever has a part of a role only goes through a part of its doors. */
@MokedTest
class NarrowCallersTest {

    private static final Set<String> TO_SHOW_THE_SECOND_FACTOR =
            Set.of(
                    "GET /api/v1/session",
                    "DELETE /api/v1/session",
                    "POST /api/v1/session/factor-challenge",
                    "POST /api/v1/session/second-factor");

    private static final Set<String> TO_MAKE_A_SECOND_FACTOR =
            and(
                    TO_SHOW_THE_SECOND_FACTOR,
                    "GET /api/v1/me/security",
                    "POST /api/v1/me/one-time-code",
                    "PUT /api/v1/me/one-time-code",
                    "POST /api/v1/me/passkey-challenge",
                    "POST /api/v1/me/passkeys",
                    "POST /api/v1/session/confirmation");

    private static final Set<String> TO_READ_USERS =
            Set.of(
                    "GET /api/v1/agents",
                    "GET /api/v1/me",
                    "PATCH /api/v1/me",
                    "GET /api/v1/roles",
                    "GET /api/v1/skills/levels",
                    "GET /api/v1/users");

    /** What is of one department, where there is one of another. */
    private static final Set<String> OF_A_DEPARTMENT =
            Set.of(
                    "GET /api/v1/conversations/{id}",
                    "GET /api/v1/conversations/{id}/messages",
                    "GET /api/v1/conversations/{id}/routing",
                    "GET /api/v1/conversations/{id}/timeline",
                    "GET /api/v1/conversations/{id}/transfer-targets",
                    "GET /api/v1/departments/{id}/wait",
                    "GET /api/v1/media/{id}",
                    "GET /api/v1/media/{id}/preview");

    @LocalServerPort int port;
    @Autowired ApplicationContext server;

    private Twin twin;
    private TenantId tenant;
    private Doors doors;

    @BeforeEach
    void create() throws IOException {
        twin = Twin.create(server, port);
        tenant = twin.business().tenant().id();
        doors = new Doors(twin, port);
    }

    @Test
    void whoeverMustShowASecondFactorDoesNothingElse() {
        assertLetsIn(TO_SHOW_THE_SECOND_FACTOR, () -> halfOpen(SECOND_FACTOR_REQUIRED));
    }

    @Test
    void whoeverMustMakeASecondFactorDoesNothingElse() {
        assertLetsIn(TO_MAKE_A_SECOND_FACTOR, () -> halfOpen(ENROLMENT_REQUIRED));
    }

    @Test
    void aProgramDoesWhatItsTokenIsForAndNothingElse() {
        var wanted = Map.of("name", "robot", "permissions", List.of("READ_USERS"));
        var token = twin.api().post("/api-tokens", wanted).body().path("secret").asString();
        assertLetsIn(TO_READ_USERS, () -> token);
    }

    @Test
    void anAgentOfADepartmentDoesThereWhatAgentsDo() {
        var agent = agentOf(twin.business().department());
        assertLetsIn(ofAgents(), () -> session(agent, Standing.COMPLETE));
    }

    @Test
    void anAgentOfAnotherDepartmentFindsNothingOfIt() {
        var agent = agentOf(twin.business().addDepartment(server));
        for (var route : doors.all()) {
            var outcome = doors.knock(route, session(agent, Standing.COMPLETE));
            var expected =
                    OF_A_DEPARTMENT.contains(route.words())
                            ? "404"
                            : ofAgents().contains(route.words()) ? Doors.LET_IN : Doors.REFUSED;
            assertThat(outcome).as(route.words()).isEqualTo(expected);
        }
        var api = new Api(port, session(agent, Standing.COMPLETE));
        assertThat(api.items("/conversations")).isEmpty();
        assertThat(api.items("/labels")).isEmpty();
    }

    /** Contacts and colleagues are not divided, so nobody is told that they are. */
    @Test
    void anAgentOfADepartmentIsToldWhatIsLimitedToIt() {
        var agent = agentOf(twin.business().addDepartment(server));
        var api = new Api(port, session(agent, Standing.COMPLETE));
        assertThat(api.get("/me").path("limits").propertyNames())
                .containsExactlyInAnyOrder(
                        "READ_CONVERSATIONS", "ANSWER_CONVERSATIONS", "ASSIGN_CONVERSATIONS");
        assertThat(api.items("/contacts")).hasSize(2);
    }

    private void assertLetsIn(Set<String> routes, Supplier<String> secret) {
        for (var route : doors.all()) {
            assertThat(doors.knock(route, secret.get()))
                    .as(route.words())
                    .isEqualTo(routes.contains(route.words()) ? Doors.LET_IN : Doors.REFUSED);
        }
    }

    private static Set<String> ofAgents() {
        return AccessMatrixTest.MATRIX.entrySet().stream()
                .filter(it -> it.getValue().contains(Role.AGENT))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private String halfOpen(Standing standing) {
        return session(twin.business().administrator(), standing);
    }

    private String session(Business.Member member, Standing standing) {
        return TenantScope.call(tenant, () -> Business.session(server, member, standing));
    }

    private Business.Member agentOf(UUID department) {
        var agent = twin.business().agent();
        var role = Map.of("role", "agent", "departments", List.of(department));
        twin.api().call("PATCH", "/users/" + agent.id(), Map.of("roles", List.of(role)));
        return agent;
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }
}
