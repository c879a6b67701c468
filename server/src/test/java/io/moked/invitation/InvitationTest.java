package io.moked.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.database.WorkerDatabase;
import io.moked.mail.Mailbox;
import io.moked.signin.Tab;
import io.moked.tenancy.Tenant.State;
import io.moked.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is asked in, by a letter over a real mail server. */
class InvitationTest extends Guests {

    @Autowired WorkerDatabase worker;

    @Test
    void somebodyIsInvitedChoosesAPasswordAndSignsIn() {
        var invited = invite().body();
        var id = invited.path("userId").asString();
        assertThat(invited.path("link").isNull()).isTrue();
        assertThat(tab().signIn(email, PASSWORD).status()).isEqualTo(401);

        var letter = Mailbox.only(email);
        assertThat(letter.subject()).contains("הזמנה", "Test & Co");
        assertThat(letter.plain()).contains("Gil Guest", "Ada Administrator");
        assertThat(letter.link()).startsWith("http://localhost:8080/password#");

        var tab = tab();
        var shown = show(tab, secret(email, 1)).body();
        assertThat(shown.path("kind").asString()).isEqualTo("invitation");
        assertThat(shown.path("email").asString()).isEqualTo(email);
        assertThat(shown.path("business").asString()).isEqualTo("Test & Co");
        assertThat(choose(tab, secret(email, 1), PASSWORD).status()).isEqualTo(204);
        assertThat(tab.signIn(email, PASSWORD).status()).isEqualTo(201);
        assertThat(tab.get("/me").body().path("user").path("role").asString()).isEqualTo("agent");
        assertThat(administrator.get("/users/" + id).path("state").asString()).isEqualTo("active");
        assertThat(administrator.items("/invitations")).isEmpty();
    }

    @Test
    void theListSaysHowFarALetterIs() {
        var id = invite().body().path("userId").asString();
        await().until(() ->
                administrator
                        .items("/invitations")
                        .getFirst()
                        .path("mail")
                        .asString()
                        .equals("sent"));
        assertThat(administrator.items("/invitations").getFirst().path("userId").asString())
                .isEqualTo(id);
        assertThat(administrator.items("/users?state=invited").toString()).contains(email);
        assertThat(administrator.items("/users").toString()).doesNotContain(email);
    }

    @Test
    void aLinkIsGoodOnceAlsoForTwoAtATime() throws Exception {
        invite();
        var secret = secret(email, 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    List.<Callable<Integer>>of(
                            () -> choose(tab(), secret, PASSWORD).status(),
                            () -> choose(tab(), secret, PASSWORD + " more").status());
            var statuses = threads.invokeAll(tries).stream().map(it -> it.resultNow()).toList();
            assertThat(statuses).containsExactlyInAnyOrder(204, 404);
        }
        assertThat(show(tab(), secret).code()).isEqualTo("link-not-valid");
    }

    @Test
    void aLinkIsGoodForSevenDays() {
        invite();
        clock.turn(Duration.ofDays(7).minusMinutes(1));
        assertThat(show(tab(), secret(email, 1)).status()).isEqualTo(200);
        clock.turn(Duration.ofMinutes(2));
        assertThat(show(tab(), secret(email, 1)).code()).isEqualTo("link-not-valid");
        assertThat(choose(tab(), secret(email, 1), PASSWORD).code()).isEqualTo("link-not-valid");
    }

    @Test
    void anotherLetterVoidsTheFirstAndThereAreThreeInAnHour() {
        var again = "/users/" + invite().body().path("userId").asString() + "/invitation";
        var first = secret(email, 1);
        assertThat(administrator.post(again, null).status()).isEqualTo(201);
        assertThat(show(tab(), first).status()).isEqualTo(404);
        assertThat(show(tab(), secret(email, 2)).status()).isEqualTo(200);
        assertThat(administrator.post(again, null).status()).isEqualTo(201);
        assertThat(administrator.post(again, null).code()).isEqualTo("too-many-attempts");
        clock.turn(Duration.ofHours(1));
        assertThat(administrator.post(again, null).status()).isEqualTo(201);
    }

    @Test
    void aNetworkMailsTwentyTimesInAnHourWhoeverItInvites() {
        var office = tab();
        office.signIn(business.administrator());
        invite(office, 20);
        assertThat(inviteSomebody(office).code()).isEqualTo("too-many-attempts");
        var elsewhere = tab();
        elsewhere.signIn(business.administrator());
        assertThat(inviteSomebody(elsewhere).status()).isEqualTo(201);
        clock.turn(Duration.ofHours(1));
        office.signIn(business.administrator());
        assertThat(inviteSomebody(office).status()).isEqualTo(201);
    }

    @Test
    void aBusinessMailsSixtyTimesInAnHourFromWhereverItDoes() {
        for (int n = 0; n < 3; n++) {
            var office = tab();
            office.signIn(business.administrator());
            invite(office, 20);
        }
        var elsewhere = tab();
        elsewhere.signIn(business.administrator());
        assertThat(inviteSomebody(elsewhere).code()).isEqualTo("too-many-attempts");
        var other = Business.create(server);
        elsewhere.signIn(other.administrator());
        assertThat(inviteSomebody(elsewhere).status()).isEqualTo(201);
    }

    private static void invite(Tab office, int people) {
        for (int n = 0; n < people; n++) {
            assertThat(inviteSomebody(office).status()).isEqualTo(201);
        }
    }

    private static Tab.Answer inviteSomebody(Tab office) {
        var agent = List.of(Map.of("role", "agent"));
        var address = UUID.randomUUID() + "@guest.example";
        return office.post(
                "/users",
                Map.of("name", "Gil", "email", address, "language", "he", "roles", agent));
    }

    @Test
    void nobodyIsInvitedTwiceOrToMoreThanTheirHostMayDo() {
        invite();
        assertThat(administrator.post("/users", guest("agent")).code()).isEqualTo("email-taken");
        assertThat(administrator.post("/users", guest("operator")).status()).isEqualTo(400);
        assertThat(administrator.post("/users", guest()).status()).isEqualTo(400);
        var hosts = Map.of("name", "Hosts", "permissions", List.of("MANAGE_USERS", "READ_USERS"));
        var role = administrator.post("/roles", hosts).body().path("id").asString();
        var manager = "/users/" + business.manager().id();
        administrator.call("PATCH", manager, Map.of("roles", List.of(Map.of("role", role))));
        var tab = tab();
        tab.signIn(business.manager());
        assertThat(tab.post("/users", guest("administrator")).code())
                .isEqualTo("beyond-own-permissions");
        assertThat(tab.post("/users", guest("agent")).code()).isEqualTo("beyond-own-permissions");
    }

    @Test
    void whoIsDeactivatedOrWhoseBusinessIsSuspendedCannotFollowTheirLink() {
        var id = invite().body().path("userId").asString();
        administrator.put("/users/" + id + "/deactivation", null);
        assertThat(show(tab(), secret(email, 1)).status()).isEqualTo(404);
        administrator.delete("/users/" + id + "/deactivation");
        assertThat(show(tab(), secret(email, 1)).status()).isEqualTo(404);
        administrator.post("/users/" + id + "/invitation", null);
        assertThat(show(tab(), secret(email, 2)).status()).isEqualTo(200);
        var tenants = server.getBean(Tenants.class);
        tenants.turn(business.tenant().id(), State.SUSPENDED);
        assertThat(show(tab(), secret(email, 2)).status()).isEqualTo(404);
        tenants.turn(business.tenant().id(), State.ACTIVE);
        assertThat(show(tab(), secret(email, 2)).status()).isEqualTo(200);
    }

    @Test
    void aWeakPasswordIsRefusedAndTheLinkStaysGood() {
        invite();
        for (var weak : List.of("short", "password1234", "gil guest gil guest")) {
            assertThat(choose(tab(), secret(email, 1), weak).status()).as(weak).isEqualTo(400);
        }
        assertThat(choose(tab(), secret(email, 1), PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void theSecretStandsInTheLetterAndNowhereElse() {
        invite();
        var secret = secret(email, 1);
        var kept =
                worker.jdbc()
                        .sql("select to_jsonb(l)::text from invitation.link l")
                        .query(String.class)
                        .list();
        assertThat(kept).isNotEmpty().noneMatch(it -> it.contains(secret));
        assertThat(show(tab(), UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(tab().get("/password-link").status()).isEqualTo(400);
    }

    @Test
    void whoeverGuessesAtLinksIsSlowedDownAndOthersAreNot() {
        invite();
        var secret = secret(email, 1);
        var guesser = tab();
        for (int n = 0; n < 10; n++) {
            assertThat(show(guesser, "guess " + n).code()).isEqualTo("link-not-valid");
            assertThat(choose(guesser, "guess " + n, PASSWORD).code()).isEqualTo("link-not-valid");
        }
        assertThat(show(guesser.beside(), "guess").code()).isEqualTo("too-many-attempts");
        assertThat(choose(guesser.beside(), secret, PASSWORD).code())
                .isEqualTo("too-many-attempts");
        assertThat(show(tab(), secret).status()).isEqualTo(200);
        clock.turn(Duration.ofMinutes(1));
        assertThat(choose(guesser, secret, PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void othersCannotSendInvitations() {
        var agent = Api.of(port, business.agent());
        assertThat(agent.post("/users", guest("agent")).code()).isEqualTo("not-permitted");
        assertThat(agent.call("GET", "/invitations", null).code()).isEqualTo("not-permitted");
    }
}
