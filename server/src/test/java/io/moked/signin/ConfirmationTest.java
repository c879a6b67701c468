package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Before something grave, a person shows that it is still them. */
class ConfirmationTest extends Entrance {

    private static final String CONFIRM = "confirm-it-is-you";

    private static Tab.Answer confirm(Tab tab, String what, String value) {
        return tab.post("/session/confirmation", Map.of(what, value));
    }

    @Test
    void whatIsGraveNeedsAFactorOfTheLastTenMinutes() {
        var tab = withSession(business.administrator());
        clock.turn(Duration.ofMinutes(9));
        assertThat(tab.post("/api-tokens", Map.of("name", "robot")).status()).isEqualTo(201);
        clock.turn(Duration.ofMinutes(2));
        assertThat(tab.post("/api-tokens", Map.of("name", "robot")).code()).isEqualTo(CONFIRM);
        assertThat(confirm(tab, "password", WRONG).code()).isEqualTo("factor-refused");
        assertThat(tab.post("/api-tokens", Map.of("name", "robot")).code()).isEqualTo(CONFIRM);
        var confirmed = confirm(tab, "password", Business.PASSWORD).body();
        assertThat(Instant.parse(confirmed.path("confirmedUntil").asString()))
                .isBetween(clock.instant().plusSeconds(590), clock.instant().plusSeconds(600));
        assertThat(tab.post("/api-tokens", Map.of("name", "robot")).status()).isEqualTo(201);
    }

    @Test
    void allThatIsGraveAsks() {
        var tab = withSession(business.administrator());
        var somebody = UUID.randomUUID();
        clock.turn(Duration.ofMinutes(11));
        assertThat(tab.put("/security-policy", SecondFactorTest.policy("nobody")).code())
                .isEqualTo(CONFIRM);
        for (var path :
                new String[] {"/me/one-time-code", "/me/passkey-challenge", "/me/recovery-codes"}) {
            assertThat(tab.post(path, null).code()).as(path).isEqualTo(CONFIRM);
        }
        for (var path :
                new String[] {
                    "/me/one-time-code",
                    "/me/passkeys/" + somebody,
                    "/api-tokens/" + somebody,
                    "/users/" + somebody + "/sessions",
                    "/users/" + somebody + "/second-factors"
                }) {
            assertThat(tab.delete(path).code()).as(path).isEqualTo(CONFIRM);
        }
        assertThat(tab.get("/security-policy").status()).isEqualTo(200);
        assertThat(tab.get("/me/sessions").status()).isEqualTo(200);
    }

    @Test
    void aCodeConfirmsAsWell() {
        var tab = withSession(business.administrator());
        var app = enrol(tab);
        clock.turn(Duration.ofMinutes(11));
        assertThat(tab.post("/me/recovery-codes", null).code()).isEqualTo(CONFIRM);
        assertThat(confirm(tab, "code", app.code()).status()).isEqualTo(200);
        assertThat(tab.post("/me/recovery-codes", null).status()).isEqualTo(201);
    }

    @Test
    void exactlyOneThingIsShown() {
        var tab = withSession(business.agent());
        assertThat(tab.post("/session/confirmation", Map.of()).code()).isEqualTo("invalid-request");
        var both = Map.of("password", Business.PASSWORD, "code", "123456");
        assertThat(tab.post("/session/confirmation", both).code()).isEqualTo("invalid-request");
    }

    @Test
    void aProgramIsNotAsked() {
        var program = Api.of(port, business.administrator());
        clock.turn(Duration.ofDays(1));
        var role = Map.of("name", "Readers", "permissions", List.of("READ_USERS"));
        assertThat(program.post("/roles", role).status()).isEqualTo(201);
    }
}
