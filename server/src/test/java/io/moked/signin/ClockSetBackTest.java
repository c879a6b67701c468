package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is set back keeps nobody out, and lets nobody in again. */
class ClockSetBackTest extends Entrance {

    private static final Duration AHEAD = Duration.ofHours(20);

    @Test
    void anAccountIsNotShutUntilATimeThatWasWrong() {
        clock.turn(AHEAD);
        for (int n = 0; n < 6; n++) {
            tab().signIn(business.agent().user().email(), WRONG);
        }
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(429);
        clock.turnBack();
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void aNetworkIsNotShutUntilATimeThatWasWrong() {
        var tab = tab();
        clock.turn(AHEAD);
        for (int n = 0; n < 20; n++) {
            tab.signIn(n + "@nowhere.example", WRONG);
        }
        assertThat(tab.beside().signIn(business.agent()).status()).isEqualTo(429);
        clock.turnBack();
        assertThat(tab.beside().signIn(business.agent()).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {-20, 20})
    void whatWasEndedStaysEndedHoweverTheClockIsTurned(int hours) {
        var administrator = withSession(business.administrator());
        var token = administrator.post("/api-tokens", Map.of("name", "robot")).body();
        var left = withSession(business.agent());
        var ended = withSession(business.agent());
        var deactivated = withSession(business.colleague());
        left.delete("/session");
        administrator.delete("/users/" + business.agent().id() + "/sessions");
        administrator.put("/users/" + business.colleague().id() + "/deactivation", null);
        administrator.delete("/api-tokens/" + token.path("id").asString());
        clock.turn(Duration.ofHours(hours));
        assertThat(List.of(left, ended, deactivated)).allMatch(it -> it.get("/me").status() == 401);
        var robot = new Api(port, token.path("secret").asString());
        assertThat(robot.call("GET", "/me", null).status()).isEqualTo(401);
    }
}
