package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Whoever fails to show that they are somebody leaves a trace in the activity log, with from where.
 */
class TracesTest extends Entrance {

    private List<JsonNode> traces(String action, int count) {
        var manager = Api.of(port, business.manager());
        var path = "/audit-entries?action=" + action;
        await().until(() -> manager.items(path).size() == count);
        return manager.items(path);
    }

    private static String address(JsonNode trace) {
        return trace.path("from").path("address").asString();
    }

    @Test
    void withTheRightPasswordAndAWrongCode() {
        enrol(withSession(business.agent()));
        var stranger = signedIn(business.agent());
        stranger.post("/session/second-factor", Map.of("code", "000000"));
        assertThat(traces("signin.second-factor-failed", 1))
                .allMatch(it -> address(it).equals(stranger.address()));
    }

    @Test
    void withAWrongPasswordInsideASession() {
        var stranger = signedIn(business.agent());
        stranger.post("/session/confirmation", Map.of("password", WRONG));
        var change = Map.of("current", WRONG, "password", "quite another sentence");
        stranger.put("/me/password", change);
        assertThat(traces("signin.confirmation-failed", 2))
                .allMatch(it -> it.path("actor").path("name").asString().equals("Ann Agent"))
                .allMatch(it -> address(it).equals(stranger.address()));
    }

    @Test
    void withAPasskeyThatIsRefused() {
        var own = withSession(business.agent());
        var device = new SoftwareAuthenticator();
        var passkey = device.create(own.post("/me/passkey-challenge", null).body());
        own.post("/me/passkeys", Map.of("label", "My laptop", "passkey", passkey));
        var stranger = tab();
        var late = stranger.post("/session/passkey-challenge", null).body();
        clock.turn(Duration.ofMinutes(6));
        assertThat(stranger.post("/session/passkey", device.get(late)).code())
                .isEqualTo("factor-refused");
        assertThat(traces("access.sign-in-failed", 1))
                .allMatch(it -> it.path("person").path("name").asString().equals("Ann Agent"))
                .allMatch(it -> address(it).equals(stranger.address()));
    }
}
