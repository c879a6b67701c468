package io.moked.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.Business;
import io.moked.Business.Member;
import io.moked.MokedTest;
import io.moked.Overtaken;
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

/** Who may be let in, out and up, and by whom. */
@MokedTest
class UserAccountsTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private Api administrator;

    @BeforeEach
    void open() {
        business = Business.create(server);
        administrator = Api.of(port, business.administrator());
    }

    private static String at(Member member) {
        return "/users/" + member.id();
    }

    private static Map<String, Object> roles(Object... roles) {
        return Map.of("roles", List.of(roles).stream().map(role -> Map.of("role", role)).toList());
    }

    private Answer patch(Member member, Object changes) {
        return administrator.call("PATCH", at(member), changes);
    }

    private String newRole(String... permissions) {
        var role = Map.of("name", "Role " + UUID.randomUUID(), "permissions", permissions);
        return administrator.post("/roles", role).body().path("id").asString();
    }

    /** Somebody who holds a role of the business's own, with a token of theirs. */
    private Member holding(String... permissions) {
        var role = newRole(permissions);
        var member =
                TenantScope.call(
                        business.tenant().id(),
                        () -> Business.member(server, "Max Middle", Role.AGENT));
        patch(member, roles(role));
        return new Member(member.user(), tokenOf(member));
    }

    /** For all that they may do now. */
    private String tokenOf(Member member) {
        return TenantScope.call(
                        business.tenant().id(),
                        () -> server.getBean(ApiTokens.class).issue(member.user().id(), "new"))
                .secret();
    }

    @Test
    void whoManagesUsersSeesTheirAccountsAndOthersSeeColleagues() {
        var seen = administrator.items("/users").getFirst();
        assertThat(seen.path("account").path("email").asString()).contains("@test.example");
        assertThat(seen.path("account").path("roles").path(0).path("role").asString())
                .isEqualTo(seen.path("role").asString());
        var colleague = Api.of(port, business.agent()).items("/users").getFirst();
        assertThat(colleague.path("account").isNull()).isTrue();
        assertThat(colleague.toString()).doesNotContain("@");
    }

    @Test
    void aChangedRoleHoldsFromTheNextRequestOn() {
        var agent = Api.of(port, business.agent());
        assertThat(agent.call("GET", "/audit-entries", null).status()).isEqualTo(403);
        patch(business.agent(), roles("administrator"));
        var promoted = new Api(port, tokenOf(business.agent()));
        assertThat(promoted.call("GET", "/audit-entries", null).status()).isEqualTo(200);
        patch(business.agent(), roles("agent"));
        assertThat(promoted.call("GET", "/audit-entries", null).status()).isEqualTo(403);
        assertThat(promoted.call("GET", "/conversations", null).status()).isEqualTo(200);
    }

    @Test
    void aStreamEndsWhenItsListenersRolesChange() throws Exception {
        try (var agent = new Console(port, business.agent().token());
                var manager = new Console(port, business.manager().token())) {
            await().until(() -> agent.isReady() && manager.isReady());
            patch(business.agent(), roles("manager"));
            agent.endsInTime();
            await().until(() -> manager.heard("access.roles-changed"));
            assertThat(manager.isOver()).isFalse();
        }
    }

    @Test
    void whoeverIsDeactivatedIsOutAtOnceAndComesBackWithTheirPassword() throws Exception {
        var agent = Api.of(port, business.agent());
        try (var stream = new Console(port, business.agent().token())) {
            await().until(stream::isReady);
            assertThat(administrator.put(at(business.agent()) + "/deactivation", null).status())
                    .isEqualTo(200);
            stream.endsInTime();
        }
        assertThat(agent.call("GET", "/me", null).status()).isEqualTo(401);
        assertThat(administrator.items("/api-tokens").toString())
                .doesNotContain(business.agent().id().toString());
        assertThat(administrator.items("/users").toString())
                .doesNotContain(business.agent().id().toString());
        assertThat(administrator.items("/users?state=deactivated").toString())
                .contains(business.agent().id().toString());
        administrator.delete(at(business.agent()) + "/deactivation");
        assertThat(administrator.items("/users").toString())
                .contains(business.agent().id().toString());
        assertThat(agent.call("GET", "/me", null).status()).isEqualTo(401);
    }

    @Test
    void somebodyStaysAtTheHead() {
        var self = business.administrator();
        assertThat(administrator.put(at(self) + "/deactivation", null).code())
                .isEqualTo("last-administrator");
        assertThat(patch(self, roles("manager")).code()).isEqualTo("last-administrator");
        var limited =
                Map.of("role", "administrator", "departments", List.of(business.department()));
        assertThat(patch(self, Map.of("roles", List.of(limited))).code())
                .isEqualTo("last-administrator");
        patch(business.manager(), roles("administrator"));
        assertThat(patch(self, roles("manager")).status()).isEqualTo(200);
    }

    @Test
    void twoAtTheHeadCannotRemoveEachOther() throws Exception {
        patch(business.manager(), roles("administrator"));
        var second = new Api(port, tokenOf(business.manager()));
        var first = server.getBean(Callers.class).ofToken(administrator.token()).orElseThrow();
        var accounts = server.getBean(UserAccounts.class);
        var late =
                Overtaken.by(
                        server,
                        business.tenant().id(),
                        () -> accounts.deactivate(business.manager().user().id(), first),
                        () -> second.put(at(business.administrator()) + "/deactivation", null));
        assertThat(late.code()).isEqualTo("last-administrator");
    }

    @Test
    void whoeverManagesPeopleSeesThem() {
        assertThat(Api.of(port, holding("MANAGE_USERS")).get("/users").path("items")).isNotEmpty();
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        var middle = holding("READ_USERS", "MANAGE_USERS", "MANAGE_ROLES", "READ_CONVERSATIONS");
        var api = Api.of(port, middle);
        for (var role : List.of("administrator", "manager", "agent")) {
            assertThat(api.call("PATCH", at(middle), roles(role)).code())
                    .as(role)
                    .isEqualTo("beyond-own-permissions");
        }
        var wide = Map.of("name", "Wide", "permissions", List.of("READ_AUDIT"));
        assertThat(api.post("/roles", wide).code()).isEqualTo("beyond-own-permissions");
        var auditors = newRole("READ_AUDIT");
        assertThat(api.call("PATCH", "/roles/" + auditors, Map.of("name", "Mine")).code())
                .isEqualTo("beyond-own-permissions");
        assertThat(api.delete("/roles/" + auditors).code()).isEqualTo("beyond-own-permissions");
        var narrow = Map.of("name", "Narrow", "permissions", List.of("READ_CONVERSATIONS"));
        assertThat(api.post("/roles", narrow).status()).isEqualTo(201);
    }

    @Test
    void nobodyTouchesSomebodyWhoMayDoMore() {
        var api = Api.of(port, holding("READ_USERS", "MANAGE_USERS"));
        var above = at(business.administrator());
        assertThat(api.call("PATCH", above, Map.of("email", "evil@test.example")).code())
                .isEqualTo("beyond-own-permissions");
        assertThat(api.put(above + "/deactivation", null).code())
                .isEqualTo("beyond-own-permissions");
        for (var what : List.of("/deactivation", "/sessions", "/second-factors")) {
            assertThat(api.delete(above + what).code()).isEqualTo("beyond-own-permissions");
        }
    }

    @Test
    void aRoleForDepartmentsGivesNothingOverTheWholeBusiness() {
        var limited =
                Map.of("role", "administrator", "departments", List.of(business.department()));
        patch(business.agent(), Map.of("roles", List.of(limited)));
        var me = new Api(port, tokenOf(business.agent())).get("/me");
        assertThat(me.path("permissions").toString())
                .contains("ANSWER_CONVERSATIONS", "MANAGE_CANNED_REPLIES")
                .doesNotContain("MANAGE_USERS", "MANAGE_DEPARTMENTS", "MANAGE_ROLES", "AUDIT");
        assertThat(me.path("limits").path("ANSWER_CONVERSATIONS").toString())
                .contains(business.department().toString());
    }

    @Test
    void rolesAreNamedApartAndStayWhileSomebodyHoldsThem() {
        var role = newRole("READ_CONVERSATIONS");
        var same = Map.of("name", "Same", "permissions", List.of("READ_USERS"));
        assertThat(administrator.post("/roles", same).status()).isEqualTo(201);
        var again = Map.of("name", "SAME", "permissions", List.of("READ_USERS"));
        assertThat(administrator.post("/roles", again).code()).isEqualTo("role-name-taken");
        patch(business.agent(), roles(role));
        assertThat(administrator.delete("/roles/" + role).code()).isEqualTo("role-in-use");
        patch(business.agent(), roles("agent"));
        assertThat(administrator.delete("/roles/" + role).status()).isEqualTo(204);
        assertThat(patch(business.agent(), roles(role)).code()).isEqualTo("invalid-request");
    }

    @Test
    void anAddressBelongsToOneUserOfABusiness() {
        var taken = business.colleague().user().email().toUpperCase(java.util.Locale.ROOT);
        assertThat(patch(business.agent(), Map.of("email", taken)).code()).isEqualTo("email-taken");
        for (var wrong :
                List.of("no-at-sign", "a@b", "two words@x.example", "a@x.example\r\nBcc:b")) {
            assertThat(patch(business.agent(), Map.of("email", wrong)).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(patch(business.agent(), Map.of("name", "Ann\r\nAgent")).status()).isEqualTo(400);
        assertThat(patch(business.agent(), Map.of("name", " ")).status()).isEqualTo(400);
    }
}
