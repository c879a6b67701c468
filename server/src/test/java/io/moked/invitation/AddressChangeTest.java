package io.moked.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.mail.Mailbox;
import io.moked.signin.Tab;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody's address is another only once they have shown that it is theirs. */
class AddressChangeTest extends Guests {

    private String before() {
        return business.agent().user().email();
    }

    private Api.Answer ask(String address) {
        var user = "/users/" + business.agent().id();
        return administrator.call("PATCH", user, Map.of("email", address));
    }

    private Tab.Answer confirm(String secret) {
        return tab().with("Link-Secret", secret).put("/password-link/address", null);
    }

    private int signIn(String address) {
        return tab().signIn(address, Business.PASSWORD).status();
    }

    @Test
    void theAddressBeforeCountsUntilTheLinkHasBeenFollowedAndIsToldOfBoth() {
        assertThat(ask(email).body().path("account").path("email").asString()).isEqualTo(before());
        assertThat(signIn(email)).isEqualTo(401);
        assertThat(signIn(before())).isEqualTo(201);
        var told = Mailbox.only(before());
        assertThat(told.subject()).isEqualTo("Your e-mail address for Moked is to change");
        assertThat(told.plain()).contains("Ada Administrator").doesNotContain(email, "http");
        var waiting = administrator.items("/address-changes").getFirst();
        assertThat(waiting.path("userId").asString()).isEqualTo(business.agent().id().toString());
        assertThat(waiting.path("email").asString()).isEqualTo(email);

        var secret = secret(email, 1);
        var shown = show(tab(), secret).body();
        assertThat(shown.path("kind").asString()).isEqualTo("address-change");
        assertThat(shown.path("email").asString()).isEqualTo(email);
        assertThat(confirm(secret).status()).isEqualTo(204);
        assertThat(signIn(email)).isEqualTo(201);
        assertThat(signIn(before())).isEqualTo(401);
        assertThat(Mailbox.letters(before(), 2).getLast().subject())
                .isEqualTo("Your e-mail address for Moked has changed");
        assertThat(administrator.items("/address-changes")).isEmpty();
        assertThat(confirm(secret).code()).isEqualTo("link-not-valid");
    }

    @Test
    void theLinkOpensNothingElseAndNoOtherLinkOpensThis() {
        ask(email);
        assertThat(choose(tab(), secret(email, 1), PASSWORD).code()).isEqualTo("link-not-valid");
        tab().post("/password-resets", Map.of("email", before()));
        assertThat(confirm(secret(before(), 2)).code()).isEqualTo("link-not-valid");
        assertThat(signIn(before())).isEqualTo(201);
    }

    @Test
    void theChangeIsTakenBackByNamingTheAddressBeforeOrByDeactivation() {
        ask(email);
        ask(before());
        assertThat(confirm(secret(email, 1)).code()).isEqualTo("link-not-valid");
        ask(email);
        var user = "/users/" + business.agent().id() + "/deactivation";
        administrator.put(user, null);
        administrator.delete(user);
        assertThat(confirm(secret(email, 2)).code()).isEqualTo("link-not-valid");
        assertThat(signIn(before())).isEqualTo(201);
    }

    @Test
    void anAddressThatAColleagueHasIsRefusedAlsoWhereTheyCameFirst() {
        assertThat(ask(business.colleague().user().email()).code()).isEqualTo("email-taken");
        ask(email);
        var secret = secret(email, 1);
        invite();
        assertThat(confirm(secret).code()).isEqualTo("email-taken");
        assertThat(signIn(before())).isEqualTo(201);
    }

    @Test
    void nobodyIsAskedMoreThanThreeTimesInAnHour() {
        for (int n = 0; n < 3; n++) {
            assertThat(ask(n + email).status()).isEqualTo(200);
        }
        assertThat(ask(email).code()).isEqualTo("too-many-attempts");
    }
}
