package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Overtaken;
import io.moked.tenancy.Tenant.State;
import io.moked.tenancy.Tenants;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Passkeys, with a device and a browser made of software. */
class PasskeyTest extends Entrance {

    private final SoftwareAuthenticator device = new SoftwareAuthenticator();

    private static JsonNode challenge(Tab tab, String path) {
        var answer = tab.post(path, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private Tab.Answer register(Tab tab) {
        var passkey = device.create(challenge(tab, "/me/passkey-challenge"));
        return tab.post("/me/passkeys", Map.of("label", "My laptop", "passkey", passkey));
    }

    private Tab.Answer signInWithPasskey(Tab tab) {
        return tab.post(
                "/session/passkey", device.get(challenge(tab, "/session/passkey-challenge")));
    }

    private static String standing(Tab.Answer answer) {
        return answer.body().path("standing").asString();
    }

    @Test
    void aPasskeyOpensASessionByItself() {
        var added = register(withSession(business.agent()));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().path("passkey").path("label").asString()).isEqualTo("My laptop");
        assertThat(words(added.body().path("recoveryCodes"))).hasSize(10);
        var tab = tab();
        var opened = signInWithPasskey(tab);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(standing(opened)).isEqualTo("complete");
        assertThat(tab.get("/me").body().toString()).contains("Ann Agent");
        assertThat(tab.get("/me/sessions").body().toString()).contains("\"factors\":[\"passkey\"]");
    }

    @Test
    void aPasskeyOpensNothingForWhoeverIsDeactivatedOrWhoseBusinessIsClosed() {
        register(withSession(business.agent()));
        var tenants = server.getBean(Tenants.class);
        tenants.turn(business.tenant().id(), State.SUSPENDED);
        assertThat(signInWithPasskey(tab()).code()).isEqualTo("tenant-closed");
        tenants.turn(business.tenant().id(), State.ACTIVE);
        var path = "/users/" + business.agent().id() + "/deactivation";
        assertThat(withSession(business.administrator()).put(path, null).status()).isEqualTo(200);
        assertThat(signInWithPasskey(tab()).code()).isEqualTo("factor-refused");
    }

    @Test
    void aPasskeyIsASecondFactorAndAConfirmation() {
        register(withSession(business.agent()));
        var tab = tab();
        var half = tab.signIn(business.agent());
        assertThat(standing(half)).isEqualTo("second-factor-required");
        assertThat(words(half.body().path("secondFactors"))).contains("passkey");
        var options = challenge(tab, "/session/factor-challenge");
        assertThat(options.path("allowCredentials")).hasSize(1);
        var shown = Map.of("passkey", device.get(options));
        assertThat(standing(tab.post("/session/second-factor", shown))).isEqualTo("complete");
        var again = Map.of("passkey", device.get(challenge(tab, "/session/factor-challenge")));
        assertThat(tab.post("/session/confirmation", again).status()).isEqualTo(200);
    }

    @Test
    void aChallengeIsGoodOnceForFiveMinutesAndForNothingElse() {
        var own = withSession(business.agent());
        register(own);
        var tab = tab();
        var options = challenge(tab, "/session/passkey-challenge");
        assertThat(tab.post("/session/passkey", device.get(options)).status()).isEqualTo(201);
        assertThat(tab.post("/session/passkey", device.get(options)).code())
                .isEqualTo("factor-refused");
        var late = challenge(tab, "/session/passkey-challenge");
        clock.turn(Duration.ofMinutes(5));
        assertThat(tab.post("/session/passkey", device.get(late)).code())
                .isEqualTo("factor-refused");
        var toConfirm = challenge(own, "/session/factor-challenge");
        assertThat(tab.post("/session/passkey", device.get(toConfirm)).code())
                .isEqualTo("factor-refused");
        var toSignIn = Map.of("passkey", device.get(challenge(tab, "/session/passkey-challenge")));
        assertThat(own.post("/session/confirmation", toSignIn).code()).isEqualTo("factor-refused");
    }

    @Test
    void aChallengeNobodyMadeIsRefused() {
        register(withSession(business.agent()));
        var tab = tab();
        var options = challenge(tab, "/session/passkey-challenge");
        var bytes = Base64.getUrlDecoder().decode(options.path("challenge").asString());
        bytes[0]++;
        var forged =
                ((tools.jackson.databind.node.ObjectNode) options.deepCopy())
                        .put(
                                "challenge",
                                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        assertThat(tab.post("/session/passkey", device.get(forged)).code())
                .isEqualTo("factor-refused");
    }

    @Test
    void anotherSiteALockedDeviceAndAForeignOwnerAreRefused() {
        register(withSession(business.agent()));
        device.origin = "http://localhost.evil.example";
        assertThat(signInWithPasskey(tab()).code()).isEqualTo("factor-refused");
        device.origin = "http://localhost:8080";
        device.unlocked = false;
        assertThat(signInWithPasskey(tab()).code()).isEqualTo("factor-refused");
        device.unlocked = true;
        var tab = tab();
        var options = challenge(tab, "/session/passkey-challenge");
        var colleague = handle(business.colleague().id());
        assertThat(tab.post("/session/passkey", device.get(options, colleague)).code())
                .isEqualTo("factor-refused");
        assertThat(signInWithPasskey(tab()).status()).isEqualTo(201);
    }

    private static String handle(UUID user) {
        var bytes =
                java.nio.ByteBuffer.allocate(16)
                        .putLong(user.getMostSignificantBits())
                        .putLong(user.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Test
    void aCopyOfADeviceIsFoundOut() {
        device.uses = 5;
        register(withSession(business.agent()));
        device.uses = 6;
        assertThat(signInWithPasskey(tab()).status()).isEqualTo(201);
        device.uses = 6;
        assertThat(signInWithPasskey(tab()).code()).isEqualTo("factor-refused");
    }

    @Test
    void aCopyOfADeviceIsFoundOutEvenAtTheSameMoment() throws Exception {
        device.uses = 5;
        register(withSession(business.agent()));
        device.uses = 6;
        var late =
                Overtaken.by(
                        server,
                        business.tenant().id(),
                        () ->
                                server.getBean(JdbcClient.class)
                                        .sql("update factor.passkey set uses = 6")
                                        .update(),
                        () -> signInWithPasskey(tab()));
        assertThat(late.code()).isEqualTo("factor-refused");
    }

    @Test
    void aPasskeyOfSomebodyElseConfirmsNothing() {
        register(withSession(business.agent()));
        var colleague = withSession(business.colleague());
        var options = challenge(colleague, "/session/factor-challenge");
        assertThat(options.path("allowCredentials")).isEmpty();
        var shown = Map.of("passkey", device.get(options));
        assertThat(colleague.post("/session/confirmation", shown).code())
                .isEqualTo("factor-refused");
    }

    @Test
    void theSamePasskeyIsNotMadeTwiceAndAnotherUsersChallengeMakesNone() {
        var agent = withSession(business.agent());
        register(agent);
        assertThat(challenge(agent, "/me/passkey-challenge").path("excludeCredentials")).hasSize(1);
        var colleague = withSession(business.colleague());
        var passkey = device.create(challenge(agent, "/me/passkey-challenge"));
        var wanted = Map.of("label", "Mine now", "passkey", passkey);
        assertThat(colleague.post("/me/passkeys", wanted).code()).isEqualTo("factor-refused");
    }

    @Test
    void theirOwnerRenamesAndRemovesThem() {
        var tab = withSession(business.agent());
        var path = "/me/passkeys/" + register(tab).body().path("passkey").path("id").asString();
        var other = withSession(business.colleague());
        assertThat(other.call("PATCH", path, Map.of("label", "Stolen")).status()).isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(labels(tab)).containsExactly("My laptop");
        var renamed = tab.call("PATCH", path, Map.of("label", "Old laptop")).body();
        assertThat(renamed.path("label").asString()).isEqualTo("Old laptop");
        assertThat(labels(tab)).containsExactly("Old laptop");
        assertThat(tab.delete(path).status()).isEqualTo(204);
        assertThat(labels(tab)).isEmpty();
        assertThat(signInWithPasskey(tab()).code()).isEqualTo("factor-refused");
        assertThat(standing(tab().signIn(business.agent()))).isEqualTo("complete");
    }

    private static List<String> labels(Tab tab) {
        return tab.get("/me/security").body().path("passkeys").findValuesAsString("label");
    }

    @Test
    void whatIsNoPasskeyIsRefusedWithoutAFault() {
        var tab = tab();
        var nonsense =
                Map.of("clientDataJSON", "e30", "authenticatorData", "AA", "signature", "AA");
        assertThat(tab.post("/session/passkey", Map.of("id", "AA", "response", nonsense)).code())
                .isEqualTo("factor-refused");
        assertThat(tab.post("/session/passkey", Map.of("id", "!", "response", nonsense)).code())
                .isEqualTo("factor-refused");
        assertThat(tab.post("/session/passkey", Map.of("id", "AA")).code())
                .isEqualTo("invalid-request");
        var made = Map.of("clientDataJSON", "e30", "attestationObject", "oA");
        var wanted = Map.of("label", "Nothing", "passkey", Map.of("response", made));
        assertThat(withSession(business.agent()).post("/me/passkeys", wanted).code())
                .isEqualTo("factor-refused");
    }

    @Test
    void whoMustHaveASecondFactorMayMakeAPasskey() {
        var administrator = withSession(business.administrator());
        enrol(administrator);
        administrator.put("/security-policy", SecondFactorTest.policy("everyone"));
        var tab = signedIn(business.agent());
        assertThat(tab.get("/me").code()).isEqualTo("enrolment-required");
        assertThat(register(tab).status()).isEqualTo(201);
        assertThat(tab.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aPasskeyKnowsTheOriginFromTheSettingsAndNotFromTheRequest() {
        var tab = withSession(business.agent());
        tab.with("X-Forwarded-Host", "evil.example").with("Forwarded", "host=evil.example");
        assertThat(challenge(tab, "/me/passkey-challenge").path("rp").path("id").asString())
                .isEqualTo("localhost");
    }
}
