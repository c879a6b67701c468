package io.moked.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Business;
import io.moked.mail.Mailbox;
import io.moked.signin.Tab;
import io.moked.tenancy.Tenant.State;
import io.moked.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody has forgotten their password. */
class PasswordResetTest extends Guests {

    @Autowired JdbcClient app;
    @Autowired TransactionTemplate transactions;

    private Tab.Answer ask(Tab tab, String email) {
        return tab.post("/password-resets", Map.of("email", email));
    }

    @Test
    void aForgottenPasswordIsReplacedAndEverySessionEnds() {
        var agent = business.agent().user();
        var before = tab();
        before.signIn(business.agent());
        assertThat(ask(tab(), " " + agent.email().toUpperCase(java.util.Locale.ROOT)).status())
                .isEqualTo(202);
        var secret = secret(agent.email(), 1);
        assertThat(Mailbox.only(agent.email()).subject()).isEqualTo("A new password for Moked");
        var tab = tab();
        assertThat(show(tab, secret).body().path("kind").asString()).isEqualTo("password-reset");
        assertThat(before.get("/me").status()).isEqualTo(200);
        assertThat(choose(tab, secret, PASSWORD).status()).isEqualTo(204);
        assertThat(before.get("/me").status()).isEqualTo(401);
        assertThat(tab().signIn(agent.email(), Business.PASSWORD).status()).isEqualTo(401);
        assertThat(tab().signIn(agent.email(), PASSWORD).status()).isEqualTo(201);
        assertThat(choose(tab(), secret, PASSWORD + " again").code()).isEqualTo("link-not-valid");
    }

    @Test
    void theAnswerTellsNobodyWhoIsThere() {
        var known = ask(tab(), business.agent().user().email());
        var unknown = ask(tab(), UUID.randomUUID() + "@nowhere.example");
        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.header("Content-Length")).isEqualTo(unknown.header("Content-Length"));
    }

    /** While nobody can look at users at all. */
    @Test
    @Timeout(60)
    void theAnswerDoesNotWaitUntilSomebodyIsLookedFor() {
        var email = business.agent().user().email();
        transactions.executeWithoutResult(tx -> {
            app.sql("lock table access.app_user in access exclusive mode").update();
            assertThat(ask(tab(), email).status()).isEqualTo(202);
            assertThat(ask(tab(), UUID.randomUUID() + "@nowhere.example").status()).isEqualTo(202);
            assertThat(Mailbox.to(email)).isEmpty();
        });
        Mailbox.only(email);
    }

    @Test
    void theLinkIsGoodForAnHour() {
        var email = business.agent().user().email();
        ask(tab(), email);
        var secret = secret(email, 1);
        clock.turn(Duration.ofMinutes(59));
        assertThat(show(tab(), secret).status()).isEqualTo(200);
        clock.turn(Duration.ofMinutes(2));
        assertThat(show(tab(), secret).status()).isEqualTo(404);
    }

    @Test
    void nobodyIsMailedMoreThanThreeTimesInAnHourAndNobodyIsToldSo() {
        var email = business.agent().user().email();
        for (int n = 1; n <= 3; n++) {
            ask(tab(), email);
            Mailbox.letters(email, n);
        }
        assertThat(ask(tab(), email).status()).isEqualTo(202);
        var other = business.colleague().user().email();
        ask(tab(), other);
        Mailbox.only(other);
        assertThat(Mailbox.to(email)).hasSize(3);
    }

    @Test
    void aNetworkAsksTwentyTimesInAnHourWhoeverItAsksFor() {
        var tab = tab();
        for (int n = 0; n < 20; n++) {
            assertThat(ask(tab, UUID.randomUUID() + "@nowhere.example").status()).isEqualTo(202);
        }
        var more = ask(tab.beside(), business.agent().user().email());
        assertThat(more.code()).isEqualTo("too-many-attempts");
        assertThat(ask(tab(), business.agent().user().email()).status()).isEqualTo(202);
    }

    @Test
    void whoeverMayNotComeInIsNotMailed() {
        var gone = business.agent().user();
        administrator.put("/users/" + gone.id().value() + "/deactivation", null);
        administrator.post("/users", guest("agent"));
        Mailbox.only(email);
        var closed = Business.create(server);
        server.getBean(Tenants.class).turn(closed.tenant().id(), State.SUSPENDED);
        var shut = closed.agent().user().email();
        for (var address : List.of(gone.email(), email, shut)) {
            ask(tab(), address);
        }
        var here = business.colleague().user().email();
        ask(tab(), here);
        Mailbox.only(here);
        assertThat(Mailbox.to(gone.email())).isEmpty();
        assertThat(Mailbox.to(shut)).isEmpty();
        assertThat(Mailbox.to(email)).hasSize(1);
    }

    @Test
    void theLogOfActivitiesKnowsWhoAskedAndWhoChose() {
        var email = business.agent().user().email();
        ask(tab(), email);
        choose(tab(), secret(email, 1), PASSWORD);
        await().until(() ->
                administrator
                        .items("/audit-entries")
                        .toString()
                        .contains("access.password-changed"));
    }
}
