package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Routes.Route;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever finds an unlocked screen does nothing grave with it. */
@MokedTest
class ConfirmedRoutesTest {

    private static final List<String> GRAVE =
            List.of(
                    "POST /api/v1/api-tokens",
                    "DELETE /api/v1/api-tokens/{id}",
                    "GET /api/v1/audit-entries/export",
                    "POST /api/v1/broadcasts",
                    "POST /api/v1/channels",
                    "DELETE /api/v1/channels/{id}",
                    "PUT /api/v1/channels/{id}/app",
                    "PUT /api/v1/channels/{id}/pin",
                    "POST /api/v1/channels/{id}/registration",
                    "PUT /api/v1/channels/{id}/token",
                    "GET /api/v1/contact-export",
                    "DELETE /api/v1/dead-letters/{id}",
                    "POST /api/v1/me/one-time-code",
                    "PUT /api/v1/me/one-time-code",
                    "DELETE /api/v1/me/one-time-code",
                    "POST /api/v1/me/passkey-challenge",
                    "POST /api/v1/me/passkeys",
                    "DELETE /api/v1/me/passkeys/{id}",
                    "POST /api/v1/me/recovery-codes",
                    "POST /api/v1/meta-apps",
                    "DELETE /api/v1/meta-apps/{id}",
                    "POST /api/v1/meta-apps/{id}/secrets",
                    "DELETE /api/v1/meta-apps/{id}/secrets/new",
                    "DELETE /api/v1/meta-apps/{id}/secrets/old",
                    "POST /api/v1/webhook-secret",
                    "POST /api/v1/roles",
                    "PATCH /api/v1/roles/{id}",
                    "DELETE /api/v1/roles/{id}",
                    "GET /api/v1/segments/{id}/export",
                    "PUT /api/v1/security-policy",
                    "POST /api/v1/tenants",
                    "POST /api/v1/tenants/{id}/invitation",
                    "PUT /api/v1/tenants/{id}/state",
                    "POST /api/v1/users",
                    "PATCH /api/v1/users/{id}",
                    "PUT /api/v1/users/{id}/deactivation",
                    "DELETE /api/v1/users/{id}/deactivation",
                    "POST /api/v1/users/{id}/invitation",
                    "DELETE /api/v1/users/{id}/second-factors",
                    "DELETE /api/v1/users/{id}/sessions");

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @LocalServerPort int port;

    private List<Route> grave() {
        return Routes.of(server).ours().stream()
                .filter(it -> it.requires().filter(Requires::fresh).isPresent())
                .toList();
    }

    @Test
    void whatIsGraveIsListed() {
        assertThat(grave()).extracting(Route::words).containsExactlyInAnyOrderElementsOf(GRAVE);
    }

    @Test
    void whatIsGraveAsksWhoeverShowedNothingForTenMinutes() {
        var business = Business.create(server);
        var administrator = longHere(business.tenant().id(), business.administrator());
        var platform = server.getBean(Tenants.class).platformOrNew("en");
        var operator = longHere(platform.id(), Business.operator(server));
        assertThat(administrator.call("GET", "/users", null).status()).isEqualTo(200);
        for (var route : grave()) {
            var path = route.path().substring("/api/v1".length());
            var somewhere = path.replaceAll("\\{\\w+}", UUID.randomUUID().toString());
            boolean isOfThePlatform = route.requires().orElseThrow().value() == Permission.OPERATE;
            var caller = isOfThePlatform ? operator : administrator;
            assertThat(caller.call(route.method(), somewhere, null).code())
                    .as(route.words())
                    .isEqualTo("confirm-it-is-you");
        }
    }

    /** Signed in, but eleven minutes ago. */
    private Api longHere(TenantId tenant, Business.Member member) {
        var secret = TenantScope.call(tenant, () -> Business.session(server, member));
        worker.jdbc()
                .sql(
                        """
                        update access.session set password_at = password_at - interval '11 minutes'
                        where user_id = :user
                        """)
                .param("user", member.id())
                .update();
        return new Api(port, secret);
    }
}
