package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.access.SessionHistory;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From sign-in to the end of a session. */
class SessionsTest extends Entrance {

    private static final String FIREFOX =
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    private int statusWith(String secret) {
        return new Api(port, secret).call("GET", "/me", null).status();
    }

    @Test
    void aPlantedCookieIsNeverASession() {
        var tab = tab();
        tab.cookies().put("moked", "planted");
        tab.signIn(business.agent());
        assertThat(tab.cookies().get("moked")).isNotEqualTo("planted");
        assertThat(statusWith("planted")).isEqualTo(401);
    }

    @Test
    void signingInAgainEndsTheSessionTheBrowserHadBefore() {
        var tab = signedIn(business.agent());
        var before = tab.cookies().get("moked");
        tab.signIn(business.colleague());
        assertThat(statusWith(before)).isEqualTo(401);
        assertThat(tab.get("/me").body().toString()).contains("Carl Colleague");
    }

    @Test
    void eachStepUpRenewsTheSecret() {
        var app = enrol(withSession(business.agent()));
        var tab = signedIn(business.agent());
        var half = tab.cookies().get("moked");
        tab.post("/session/second-factor", Map.of("code", app.code()));
        var whole = tab.cookies().get("moked");
        tab.post("/session/confirmation", Map.of("password", io.moked.Business.PASSWORD));
        var confirmed = tab.cookies().get("moked");
        assertThat(Stream.of(half, whole, confirmed).distinct()).hasSize(3);
        assertThat(statusWith(half)).isEqualTo(401);
        assertThat(statusWith(whole)).isEqualTo(401);
        assertThat(statusWith(confirmed)).isEqualTo(200);
    }

    @Test
    void aSessionEndsEightHoursAfterItsLastUse() {
        var used = withSession(business.agent());
        var left = withSession(business.agent());
        clock.turn(Duration.ofHours(5));
        assertThat(used.get("/me").status()).isEqualTo(200);
        clock.turn(Duration.ofHours(3).plusSeconds(1));
        assertThat(left.get("/me").status()).isEqualTo(401);
        assertThat(used.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsTwelveHoursAfterItsOpeningHoweverMuchItIsUsed() {
        var tab = withSession(business.agent());
        for (int hour = 1; hour < 12; hour++) {
            clock.turn(Duration.ofHours(1));
            assertThat(tab.get("/me").status()).isEqualTo(200);
        }
        clock.turn(Duration.ofHours(1).plusSeconds(1));
        assertThat(tab.get("/me").status()).isEqualTo(401);
    }

    @Test
    void aShorterPolicyHoldsForOpenSessionsToo() {
        var administrator = withSession(business.administrator());
        var agent = withSession(business.agent());
        var policy =
                Map.of(
                        "secondFactor",
                        "nobody",
                        "passwordLength",
                        14,
                        "idleMinutes",
                        15,
                        "sessionHours",
                        1);
        assertThat(administrator.put("/security-policy", policy).body().toString())
                .contains("\"idleMinutes\":15")
                .contains("\"passwordLength\":14");
        clock.turn(Duration.ofMinutes(14));
        assertThat(administrator.get("/me").status()).isEqualTo(200);
        clock.turn(Duration.ofMinutes(2));
        assertThat(agent.get("/me").status()).isEqualTo(401);
        assertThat(administrator.get("/me").status()).isEqualTo(200);
        clock.turn(Duration.ofMinutes(14));
        administrator.get("/me");
        clock.turn(Duration.ofMinutes(14));
        administrator.get("/me");
        clock.turn(Duration.ofMinutes(14));
        administrator.get("/me");
        clock.turn(Duration.ofMinutes(3));
        assertThat(administrator.get("/me").status()).isEqualTo(401);
    }

    @Test
    void noPolicyIsSofterThanTheProductAllows() {
        var administrator = withSession(business.administrator());
        for (var wrong :
                List.of(
                        Map.entry("passwordLength", 11),
                        Map.entry("idleMinutes", 14),
                        Map.entry("idleMinutes", 1_441),
                        Map.entry("sessionHours", 169))) {
            var policy = new java.util.HashMap<String, Object>(SecondFactorTest.policy("nobody"));
            policy.put(wrong.getKey(), wrong.getValue());
            var answer = administrator.put("/security-policy", policy);
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(400);
            assertThat(answer.body().path("errors").findValuesAsString("field"))
                    .containsExactly(wrong.getKey());
        }
        var unknown = SecondFactorTest.policy("somebody");
        assertThat(administrator.put("/security-policy", unknown).status()).isEqualTo(400);
    }

    @Test
    void aUserSeesWhereTheyAreSignedInAndEndsWhatIsNotTheirs() {
        var tab = tab().with("User-Agent", FIREFOX);
        tab.signIn(business.agent());
        var other = signedIn(business.agent());
        var sessions = Api.list(tab.get("/me/sessions").body().path("items"));
        assertThat(sessions).hasSize(2);
        var own =
                sessions.stream()
                        .filter(it -> it.path("current").asBoolean())
                        .findFirst()
                        .orElseThrow();
        assertThat(own.path("browser").asString()).isEqualTo("Firefox");
        assertThat(own.path("system").asString()).isEqualTo("Linux");
        assertThat(own.path("address").asString()).isEqualTo(tab.address());
        assertThat(own.path("factors").toString()).isEqualTo("[\"password\"]");
        var foreign =
                sessions.stream()
                        .filter(it -> !it.path("current").asBoolean())
                        .findFirst()
                        .orElseThrow();
        assertThat(foreign.path("browser").isNull()).isTrue();
        var path = "/me/sessions/" + foreign.path("id").asString();
        assertThat(signedIn(business.colleague()).delete(path).status()).isEqualTo(404);
        assertThat(tab.delete(path).status()).isEqualTo(204);
        assertThat(tab.delete(path).status()).isEqualTo(404);
        assertThat(other.get("/me").status()).isEqualTo(401);
        assertThat(tab.get("/me").status()).isEqualTo(200);
    }

    @Test
    void aUserEndsAllSessionsButTheirOwn() {
        var others = List.of(withSession(business.agent()), withSession(business.agent()));
        var colleague = withSession(business.colleague());
        var tab = withSession(business.agent());
        assertThat(tab.delete("/me/sessions").status()).isEqualTo(204);
        assertThat(others).allMatch(it -> it.get("/me").status() == 401);
        assertThat(tab.get("/me").status()).isEqualTo(200);
        assertThat(colleague.get("/me").status()).isEqualTo(200);
    }

    @Test
    void anAdministratorEndsTheSessionsOfAUser() {
        var agent = withSession(business.agent());
        var path = "/users/" + business.agent().id() + "/sessions";
        assertThat(withSession(business.administrator()).delete(path).status()).isEqualTo(204);
        assertThat(agent.get("/me").status()).isEqualTo(401);
    }

    @Test
    void sessionsAreForgottenThirtyDaysAfterTheirEnd() {
        var ended = withSession(business.agent());
        var id =
                Api.list(ended.get("/me/sessions").body().path("items"))
                        .getFirst()
                        .path("id")
                        .asString();
        ended.delete("/session");
        sweep();
        assertThat(place(id)).isEqualTo("127.0.0.1");
        clock.turn(Duration.ofDays(29).plusMinutes(1));
        sweep();
        assertThat(place(id)).isEqualTo("forgotten");
    }

    @Test
    void ofAnOldSessionOnlyTheNetworkIsRemembered() {
        var tab = withSession(business.agent());
        var id =
                Api.list(tab.get("/me/sessions").body().path("items"))
                        .getFirst()
                        .path("id")
                        .asString();
        server.getBean(WorkerDatabase.class)
                .jdbc()
                .sql(
                        "update access.session set ends_at = ends_at + interval '1 year' where id = :id")
                .param("id", UUID.fromString(id))
                .update();
        clock.turn(Duration.ofDays(30));
        sweep();
        assertThat(place(id)).isEqualTo("127.0.0.0/24");
    }

    private void sweep() {
        var parts =
                server.getBeansOfType(TimedWork.class).values().stream()
                        .filter(work -> work.name().startsWith("session"))
                        .map(work -> work.part().applyAsInt(clock.instant()));
        assertThat(parts).hasSize(2);
    }

    private String place(String session) {
        var id = UUID.fromString(session);
        var places =
                TenantScope.call(
                        business.tenant().id(),
                        () -> server.getBean(SessionHistory.class).places(List.of(id)));
        return places.containsKey(id) ? places.get(id).address() : "forgotten";
    }
}
