package io.moked.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Overtaken;
import io.moked.access.Callers;
import io.moked.access.Roles.WantedRole;
import io.moked.access.SignedIn;
import io.moked.access.UserAccounts;
import io.moked.access.UserAccounts.Changes;
import io.moked.access.UserAccounts.Invited;
import io.moked.access.UserId;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A link leads nowhere once whoever has it is not who should come. */
class LinkTakenBackTest extends Guests {

    @Autowired WorkerDatabase worker;
    @Autowired TransactionTemplate transactions;

    @Test
    void whoIsDeactivatedWhileTheyChooseTheirPasswordStaysOut() throws Exception {
        var id = new UserId(UUID.fromString(invite().body().path("userId").asString()));
        var secret = secret(email, 1);
        var late =
                Overtaken.by(
                        server,
                        business.tenant().id(),
                        () -> server.getBean(UserAccounts.class).deactivate(id, host()),
                        () -> choose(tab(), secret, PASSWORD));
        assertThat(late.code()).isEqualTo("link-not-valid");
        assertThat(administrator.get("/users/" + id.value()).path("state").asString())
                .isEqualTo("deactivated");
    }

    private SignedIn host() {
        var token = business.administrator().token();
        return server.getBean(Callers.class).ofToken(token).orElseThrow();
    }

    @Test
    void aLinkThatWentToAnotherAddressLeadsNowhere() {
        var user = "/users/" + invite().body().path("userId").asString();
        var secret = secret(email, 1);
        administrator.call("PATCH", user, Map.of("name", "Gil G.", "email", email));
        assertThat(show(tab(), secret).status()).isEqualTo(200);
        var right = "right-" + email;
        assertThat(administrator.call("PATCH", user, Map.of("email", right)).status())
                .isEqualTo(200);
        assertThat(show(tab(), secret).code()).isEqualTo("link-not-valid");
        assertThat(choose(tab(), secret, PASSWORD).code()).isEqualTo("link-not-valid");
        administrator.post(user + "/invitation", null);
        assertThat(choose(tab(), secret(right, 1), PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void aLetterToAnotherAddressThatHasNotLeftIsTakenBack() {
        var accounts = server.getBean(UserAccounts.class);
        var guest = new Invited("Gil", email, "he", List.of(new WantedRole("agent", null)));
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(tx -> {
                            var by = host();
                            var here = InetAddress.getLoopbackAddress();
                            var invited = server.getBean(Invitations.class).invite(guest, by, here);
                            var other = new Changes(null, "right-" + email, null, null);
                            accounts.change(invited.user(), other, by, here);
                        }));
        assertThat(
                        worker.jdbc()
                                .sql("select count(*) from mail.letter where tenant_id = :tenant")
                                .param("tenant", business.tenant().id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void aLinkForANewPasswordThatWentToAnotherAddressLeadsNowhere() {
        var agent = business.agent();
        tab().post("/password-resets", Map.of("email", agent.user().email()));
        var secret = secret(agent.user().email(), 1);
        administrator.call("PATCH", "/users/" + agent.id(), Map.of("email", email));
        assertThat(show(tab(), secret).status()).isEqualTo(200);
        tab().with("Link-Secret", secret(email, 1)).put("/password-link/address", null);
        assertThat(show(tab(), secret).code()).isEqualTo("link-not-valid");
        assertThat(choose(tab(), secret, PASSWORD).code()).isEqualTo("link-not-valid");
    }
}
