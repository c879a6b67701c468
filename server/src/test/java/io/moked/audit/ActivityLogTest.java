package io.moked.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.signin.Tab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MokedTest
class ActivityLogTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    @Test
    void theActivityLogTellsWhoDidWhatToWhom() {
        var business = Business.create(server);
        var agent = Api.of(port, business.agent());
        var phone = Meta.newPhone();
        new Meta(port).says(business, phone, "hello?");
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        var conversation =
                "/conversations/" + agent.conversationsOf(phone).getFirst().path("id").asString();
        agent.put(conversation + "/assignment", Map.of("assigneeId", business.agent().id()));
        agent.post(conversation + "/resolution", null);
        var manager = Api.of(port, business.manager());
        await().until(() -> activities(manager).size() == 2);
        assertThat(activities(manager))
                .containsExactly(
                        "conversation.resolved by Ann Agent", "conversation.assigned by Ann Agent");
        var assigned =
                manager.items("/audit-entries").stream()
                        .filter(it -> it.path("action").asString().equals("conversation.assigned"))
                        .findFirst()
                        .orElseThrow();
        var names = assigned.path("names");
        assertThat(names.path(assigned.path("subject").asString()).asString())
                .isEqualTo(agent.get(conversation).path("contact").path("name").asString());
        assertThat(names.path(assigned.path("details").path("assigneeId").asString()).asString())
                .isEqualTo("Ann Agent");
        assertThat(agent.call("GET", "/audit-entries", null).code()).isEqualTo("not-permitted");
    }

    @Test
    void aFailureToSignInIsLoggedForThatUserWithFromWhere() {
        var business = Business.create(server);
        var manager = Api.of(port, business.manager());
        var stranger = Tab.open(port).with("User-Agent", "Mozilla/5.0 Firefox/145.0");
        stranger.signIn(business.agent().user().email(), "a wrong password");
        var failures = "/audit-entries?action=access.sign-in-failed";
        await().until(() -> manager.items(failures).size() == 1);
        var failure = manager.items(failures).getFirst();
        assertThat(failure.path("actor").isNull()).isTrue();
        assertThat(failure.path("person").path("name").asString()).isEqualTo("Ann Agent");
        assertThat(failure.path("from").path("browser").asString()).isEqualTo("Firefox");
        assertThat(failure.path("from").path("address").asString()).isEqualTo(stranger.address());
    }

    private static List<String> activities(Api manager) {
        return manager.items("/audit-entries").stream()
                .map(it ->
                        it.path("action").asString()
                                + " by "
                                + it.path("actor").path("name").asString())
                .filter(activity -> activity.startsWith("conversation."))
                .toList();
    }
}
