package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.access.Role;
import io.moked.access.Users;
import io.moked.database.WorkerDatabase;
import io.moked.factor.Secrets;
import io.moked.tenancy.TenantScope;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Signing in as a browser does: with a cookie for the session and a token against forgery. */
class SignInTest extends Entrance {

    @Test
    void aUserSignsInAndOutAgain() {
        var email = " " + business.agent().user().email().toUpperCase(Locale.ROOT);
        var tab = tab();
        assertThat(tab.get("/me").status()).isEqualTo(401);
        var signedIn = tab.signIn(email, io.moked.Business.PASSWORD);
        assertThat(signedIn.status()).isEqualTo(201);
        assertThat(signedIn.body().path("standing").asString()).isEqualTo("complete");
        assertThat(tab.get("/me").body().toString())
                .contains("Ann Agent")
                .contains("\"role\":\"agent\"");
        assertThat(tab.delete("/session").status()).isEqualTo(204);
        assertThat(tab.get("/me").status()).isEqualTo(401);
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndTheDatabaseKeepsOnlyItsDigest() {
        var tab = tab();
        var set = tab.signIn(business.agent()).setCookies().toString();
        assertThat(set).contains("moked=").contains("HttpOnly").contains("SameSite=Lax");
        var kept =
                server.getBean(WorkerDatabase.class)
                        .jdbc()
                        .sql("select count(*) from access.session where digest = :digest")
                        .param("digest", Secrets.digest(tab.cookies().get("moked")))
                        .query(Integer.class)
                        .single();
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void aChangeWithoutTheTokenOfTheConsoleIsRefused() {
        var tab = signedIn(business.agent());
        var token = tab.cookies().put("XSRF-TOKEN", "");
        assertThat(tab.call("PATCH", "/me", Map.of("language", "he")).code())
                .isEqualTo("csrf-token-required");
        tab.cookies().put("XSRF-TOKEN", token);
        assertThat(tab.call("PATCH", "/me", Map.of("language", "he")).body().toString())
                .contains("\"language\":\"he\"");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressSoundTheSameInTheCallersLanguage() {
        var tab = tab().with("Accept-Language", "he");
        var wrong = tab.signIn(business.agent().user().email(), WRONG);
        var unknown = tab.signIn(UUID.randomUUID() + "@nowhere.example", WRONG);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("sign-in-failed");
        assertThat(wrong.body()).isEqualTo(unknown.body());
        assertThat(wrong.body().toString()).contains("הסיסמה");
    }

    @Test
    void everyLetterOfALongHebrewPasswordCounts() {
        var password = "סיסמה ארוכה מאוד שיש בה הרבה יותר משלושים ושש אותיות עבריות א";
        assertThat(password.length()).isGreaterThan(36);
        var email = UUID.randomUUID() + "@test.example";
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(Users.class)
                                .create("Dana", email, "he", Role.AGENT, password));
        var almost = password.substring(0, password.length() - 1) + "ב";
        assertThat(tab().signIn(email, almost).status()).isEqualTo(401);
        assertThat(tab().signIn(email, password).status()).isEqualTo(201);
    }

    @Test
    void aRevokedTokenOpensNothing() {
        var administrator = withSession(business.administrator());
        var issued = administrator.post("/api-tokens", Map.of("name", "robot")).body();
        var robot = new Api(port, issued.path("secret").asString());
        assertThat(robot.call("GET", "/me", null).status()).isEqualTo(200);
        assertThat(administrator.get("/api-tokens").body().toString())
                .contains("robot")
                .doesNotContain(robot.token());
        administrator.delete("/api-tokens/" + issued.path("id").asString());
        assertThat(robot.call("GET", "/me", null).status()).isEqualTo(401);
    }
}
