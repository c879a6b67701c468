package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Business;
import io.moked.Overtaken;
import io.moked.access.Passwords;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changing one's password. */
class PasswordTest extends Entrance {

    private static final String NEW = "גשם ראשון על הגג בלילה";

    private static Tab.Answer change(Tab tab, String current, String wanted) {
        return tab.put("/me/password", Map.of("current", current, "password", wanted));
    }

    @Test
    void theNewPasswordHoldsAndTheOldOneDoesNot() {
        var tab = withSession(business.agent());
        var before = tab.cookies().get("moked");
        var other = withSession(business.agent());
        assertThat(change(tab, Business.PASSWORD, NEW).status()).isEqualTo(200);
        assertThat(tab.get("/me").status()).isEqualTo(200);
        assertThat(tab.cookies().get("moked")).isNotEqualTo(before);
        assertThat(other.get("/me").status()).isEqualTo(401);
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(401);
        assertThat(tab().signIn(business.agent().user().email(), NEW).status()).isEqualTo(201);
    }

    @Test
    void aSignInThatIsUnderWayWithTheOldOneComesTooLate() throws Exception {
        var agent = business.agent().user().id();
        var late =
                Overtaken.by(
                        server,
                        business.tenant().id(),
                        () -> server.getBean(Passwords.class).set(agent, NEW, agent),
                        () -> tab().signIn(business.agent()));
        assertThat(late.code()).isEqualTo("sign-in-failed");
    }

    @Test
    void nobodyChangesItWithoutTheCurrentOne() {
        var tab = withSession(business.agent());
        assertThat(change(tab, WRONG, NEW).code()).isEqualTo("factor-refused");
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void aPasswordThatIsTooEasyIsRefusedWithTheReason() {
        var tab = withSession(business.agent());
        assertThat(reason(change(tab, Business.PASSWORD, "short one 1"))).isEqualTo("too-short");
        assertThat(reason(change(tab, Business.PASSWORD, "ל".repeat(513)))).isEqualTo("too-long");
        assertThat(reason(change(tab, Business.PASSWORD, "Password1234!"))).isEqualTo("too-common");
        assertThat(reason(change(tab, Business.PASSWORD, "Ann-Agent-2026")))
                .isEqualTo("too-common");
    }

    private static String reason(Tab.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        var error = answer.body().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("password");
        return error.path("message").asString();
    }

    @Test
    void theBusinessSaysHowLongItMustBe() {
        var administrator = withSession(business.administrator());
        var policy = new java.util.HashMap<String, Object>(SecondFactorTest.policy("nobody"));
        policy.put("passwordLength", 30);
        administrator.put("/security-policy", policy);
        var tab = withSession(business.agent());
        assertThat(tab.get("/me/security").body().path("passwordLength").asInt()).isEqualTo(30);
        assertThat(reason(change(tab, Business.PASSWORD, NEW))).isEqualTo("too-short");
    }
}
