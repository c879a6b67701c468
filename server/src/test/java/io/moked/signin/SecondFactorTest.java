package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Something one has, after something one knows. */
class SecondFactorTest extends Entrance {

    private static Tab.Answer show(Tab tab, String code) {
        return tab.post("/session/second-factor", Map.of("code", code));
    }

    private static String standing(Tab.Answer answer) {
        return answer.body().path("standing").asString();
    }

    static Map<String, Object> policy(String secondFactorOf) {
        return Map.of(
                "secondFactor",
                secondFactorOf,
                "passwordLength",
                12,
                "idleMinutes",
                480,
                "sessionHours",
                12);
    }

    @Test
    void whoHasAnAppShowsACodeAfterThePassword() {
        var app = enrol(withSession(business.agent()));
        var tab = tab();
        var half = tab.signIn(business.agent());
        assertThat(standing(half)).isEqualTo("second-factor-required");
        assertThat(words(half.body().path("secondFactors")))
                .containsExactlyInAnyOrder("one-time-code", "recovery-code");
        assertThat(tab.get("/me").code()).isEqualTo("second-factor-required");
        assertThat(show(tab, "000000").code()).isEqualTo("factor-refused");
        assertThat(standing(show(tab, app.code()))).isEqualTo("complete");
        assertThat(tab.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aCodeIsGoodOnceAndOneStepAroundItsTime() {
        var app = enrol(withSession(business.agent()));
        assertThat(show(signedIn(business.agent()), app.code(2)).code())
                .isEqualTo("factor-refused");
        assertThat(show(signedIn(business.agent()), app.code(-2)).code())
                .isEqualTo("factor-refused");
        var shown = app.code();
        assertThat(show(signedIn(business.agent()), shown).status()).isEqualTo(200);
        assertThat(show(signedIn(business.agent()), shown).code()).isEqualTo("factor-refused");
        assertThat(show(signedIn(business.agent()), app.code(-1)).code())
                .isEqualTo("factor-refused");
        assertThat(show(signedIn(business.agent()), app.code(1)).status()).isEqualTo(200);
    }

    @Test
    void noStepBetweenPasswordAndCodeCanBeLeftOut() {
        var app = enrol(withSession(business.agent()));
        var half = signedIn(business.agent());
        for (var path :
                List.of("/me", "/me/security", "/me/sessions", "/conversations", "/events")) {
            assertThat(half.get(path).code()).as(path).isEqualTo("second-factor-required");
        }
        for (var path :
                List.of("/me/one-time-code", "/me/passkey-challenge", "/me/recovery-codes")) {
            assertThat(half.post(path, null).code()).as(path).isEqualTo("second-factor-required");
        }
        var password = Map.of("password", Business.PASSWORD);
        assertThat(half.post("/session/confirmation", password).code())
                .isEqualTo("second-factor-required");
        assertThat(half.post("/session/second-factor", password).code())
                .isEqualTo("invalid-request");
        assertThat(half.put("/me/one-time-code", Map.of("code", app.code())).code())
                .isEqualTo("second-factor-required");
        assertThat(half.delete("/me/one-time-code").code()).isEqualTo("second-factor-required");
        assertThat(half.get("/me").code()).isEqualTo("second-factor-required");
        assertThat(half.delete("/session").status()).isEqualTo(204);
    }

    @Test
    void anAppThatIsNotConfirmedCountsForNothing() {
        var tab = withSession(business.agent());
        var begun = tab.post("/me/one-time-code", null).body();
        assertThat(begun.path("uri").asString())
                .startsWith("otpauth://totp/Test%20%26%20Co%20%28Moked%29:")
                .contains(
                        "secret=" + begun.path("secret").asString(),
                        "issuer=",
                        "digits=6",
                        "period=30");
        assertThat(standing(tab().signIn(business.agent()))).isEqualTo("complete");
        assertThat(tab.put("/me/one-time-code", Map.of("code", "000000")).code())
                .isEqualTo("factor-refused");
        assertThat(tab.get("/me/security").body().path("oneTimeCodeSince").isNull()).isTrue();
    }

    @Test
    void aSecondAppTakesTheFirstOnesPlaceOnlyAfterItsRemoval() {
        var tab = withSession(business.agent());
        enrol(tab);
        assertThat(tab.post("/me/one-time-code", null).code()).isEqualTo("already-enrolled");
        assertThat(tab.delete("/me/one-time-code").status()).isEqualTo(204);
        assertThat(tab.get("/me/security").body().path("recoveryCodesLeft").asInt()).isZero();
        assertThat(standing(tab().signIn(business.agent()))).isEqualTo("complete");
        enrol(tab);
    }

    @Test
    void aCodeOnPaperOpensOnce() {
        var paper = enrolment(withSession(business.agent())).paper();
        assertThat(paper).hasSize(10).doesNotHaveDuplicates();
        var typed = paper.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ');
        var code = Map.of("recoveryCode", typed);
        var tab = signedIn(business.agent());
        assertThat(standing(tab.post("/session/second-factor", code))).isEqualTo("complete");
        assertThat(signedIn(business.agent()).post("/session/second-factor", code).code())
                .isEqualTo("factor-refused");
        assertThat(tab.get("/me/security").body().path("recoveryCodesLeft").asInt()).isEqualTo(9);
    }

    @Test
    void newCodesOnPaperVoidTheOldOnes() {
        var tab = withSession(business.agent());
        var old = enrolment(tab).paper();
        var renewed = words(tab.post("/me/recovery-codes", null).body().path("recoveryCodes"));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(old);
        var half = signedIn(business.agent());
        assertThat(
                        half.post("/session/second-factor", Map.of("recoveryCode", old.getFirst()))
                                .code())
                .isEqualTo("factor-refused");
        var good = Map.of("recoveryCode", renewed.getFirst());
        assertThat(standing(half.post("/session/second-factor", good))).isEqualTo("complete");
    }

    @Test
    void aNewFactorEndsTheUsersOtherSessionsAndRenewsThisOne() {
        var other = withSession(business.agent());
        var tab = withSession(business.agent());
        var before = tab.cookies().get("moked");
        enrol(tab);
        assertThat(other.get("/me").status()).isEqualTo(401);
        assertThat(tab.cookies().get("moked")).isNotEqualTo(before);
        assertThat(new Api(port, before).call("GET", "/me", null).status()).isEqualTo(401);
        assertThat(tab.get("/me").status()).isEqualTo(200);
    }

    @Test
    void whoMustHaveASecondFactorIsLedToItAndToNothingElse() {
        var administrator = withSession(business.administrator());
        enrol(administrator);
        assertThat(administrator.put("/security-policy", policy("everyone")).status())
                .isEqualTo(200);
        var tab = tab();
        assertThat(standing(tab.signIn(business.agent()))).isEqualTo("enrolment-required");
        for (var path : List.of("/me", "/conversations", "/events", "/me/sessions")) {
            assertThat(tab.get(path).code()).as(path).isEqualTo("enrolment-required");
        }
        assertThat(tab.get("/me/security").body().path("secondFactorRequired").asBoolean())
                .isTrue();
        enrol(tab);
        assertThat(tab.get("/me").status()).isEqualTo(200);
        assertThat(tab.delete("/me/one-time-code").code()).isEqualTo("last-second-factor");
        assertThat(standing(tab().signIn(business.agent()))).isEqualTo("second-factor-required");
    }

    @Test
    void aStricterPolicyEndsTheSessionsThatAreTooWeakForIt() {
        var administrator = withSession(business.administrator());
        assertThat(administrator.put("/security-policy", policy("administrators")).code())
                .isEqualTo("own-factor-first");
        enrol(administrator);
        var agent = withSession(business.agent());
        assertThat(administrator.put("/security-policy", policy("administrators")).status())
                .isEqualTo(200);
        assertThat(agent.get("/me").status()).isEqualTo(200);
        assertThat(administrator.put("/security-policy", policy("everyone")).status())
                .isEqualTo(200);
        assertThat(agent.get("/me").status()).isEqualTo(401);
        assertThat(administrator.get("/me").status()).isEqualTo(200);
        assertThat(Api.of(port, business.agent()).call("GET", "/me", null).status()).isEqualTo(200);
    }

    @Test
    void whoComesUnderThePolicyByAnotherRoleIsOutUntilTheyHaveASecondFactor() {
        var administrator = withSession(business.administrator());
        enrol(administrator);
        administrator.put("/security-policy", policy("administrators"));
        var agent = withSession(business.agent());
        give(administrator, business.agent(), "administrator");
        assertThat(agent.get("/me").status()).isEqualTo(401);
        assertThat(standing(tab().signIn(business.agent()))).isEqualTo("enrolment-required");

        var role = Map.of("name", "Readers", "permissions", List.of("READ_AUDIT"));
        var id = administrator.post("/roles", role).body().path("id").asString();
        give(administrator, business.colleague(), id);
        var colleague = withSession(business.colleague());
        assertThat(colleague.get("/me").status()).isEqualTo(200);
        var more = Map.of("permissions", List.of("READ_AUDIT", "EXPORT_AUDIT"));
        assertThat(administrator.call("PATCH", "/roles/" + id, more).status()).isEqualTo(200);
        assertThat(colleague.get("/me").status()).isEqualTo(401);
        assertThat(standing(tab().signIn(business.colleague()))).isEqualTo("enrolment-required");
        assertThat(administrator.get("/me").status()).isEqualTo(200);
    }

    private static void give(Tab by, Business.Member member, String role) {
        var roles = Map.of("roles", List.of(Map.of("role", role)));
        assertThat(by.call("PATCH", "/users/" + member.id(), roles).status()).isEqualTo(200);
    }

    @Test
    void anAdministratorHelpsWhoeverHasLostTheirs() {
        var agent = withSession(business.agent());
        enrol(agent);
        var path = "/users/" + business.agent().id() + "/second-factors";
        assertThat(withSession(business.manager()).delete(path).code()).isEqualTo("not-permitted");
        assertThat(withSession(business.administrator()).delete(path).status()).isEqualTo(204);
        assertThat(agent.get("/me").status()).isEqualTo(401);
        assertThat(standing(tab().signIn(business.agent()))).isEqualTo("complete");
    }
}
