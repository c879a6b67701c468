package io.moked.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a number after it was connected. */
@MokedTest
class NumberLifeTest extends ConnectedNumber {

    @Test
    void aNumberIsRenamed() {
        assertThat(
                        administrator
                                .put("/channels/" + channel + "/name", Map.of("name", " Night "))
                                .status())
                .isEqualTo(204);
        assertThat(channel().path("name").asString()).isEqualTo("Night");
    }

    @Test
    void aDeadTokenStopsTheNumberAndLosesNothing() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        graph.next(graph.answer(401, DEAD));
        agent.reply(conversation, "waits");
        await().until(() -> channel().path("stopped").path("code").asString("").equals("190"));
        assertThat(statusIn(conversation)).isEqualTo("queued");
        agent.reply(conversation, "waits too");
        assertThat(
                        administrator
                                .put(
                                        "/channels/" + channel + "/token",
                                        Map.of("token", "a-fresh-token"))
                                .status())
                .isEqualTo(204);
        await().until(() -> graph.acceptedFor(phone).size() == 2);
        assertThat(graph.acceptedFor(phone))
                .extracting(it -> it.path("text").path("body").asString())
                .containsExactly("waits", "waits too");
        assertThat(channel().path("stopped").isNull()).isTrue();
    }

    @Test
    void whatWaitedForARegistrationGoesOnWithIt() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        graph.next(
                graph.answer(400, "{\"error\":{\"code\":133010,\"message\":\"Not registered\"}}"));
        agent.reply(conversation, "waits");
        await().until(() -> channel().path("stopped").isObject());
        graph.tell("POST " + number + "/register", "{\"success\": true}");
        administrator.post("/channels/" + channel + "/registration", Map.of("pin", "654321"));
        await().until(() -> graph.acceptedFor(phone).size() == 1);
        assertThat(channel().path("stopped").isNull()).isTrue();
    }

    @Test
    void aTokenThatIsNoGoodIsNotKept() {
        tokenIs(false);
        var answer =
                administrator.put("/channels/" + channel + "/token", Map.of("token", "no-good"));
        assertThat(answer.code()).isEqualTo("number-not-connectable");
        assertThat(answer.body().path("failed").path("step").asString()).isEqualTo("token");
    }

    @Test
    void aDisconnectedNumberSendsAndReceivesNothingAndKeepsWhatWasSaid() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        graph.tell("DELETE " + account + "/subscribed_apps", "{\"success\": true}");
        assertThat(administrator.delete("/channels/" + channel).status()).isEqualTo(204);
        assertThat(channel().path("disconnectedAt").isNull()).isFalse();
        assertThat(agent.reply(conversation, "too late").code()).isEqualTo("channel-ended");
        assertThat(administrator.delete("/channels/" + channel).code()).isEqualTo("channel-ended");
        assertThat(agent.items("/conversations/" + conversation + "/messages")).hasSize(1);
    }

    @Test
    void whatWaitsWhenANumberIsDisconnectedFailsAtOnce() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        graph.next(graph.answer(401, DEAD));
        agent.reply(conversation, "waits");
        await().until(() -> channel().path("stopped").isObject());
        administrator.delete("/channels/" + channel);
        await().until(() -> statusIn(conversation).equals("failed"));
    }

    /**
     * The owner's way: a code from Meta's window becomes a grant, and the grant stands for a token.
     */
    @Test
    void aNumberIsConnectedByWhatItsOwnerGranted() {
        graph.tell("GET oauth/access_token", "{\"access_token\": \"granted-token\"}");
        graph.tell(
                "GET debug_token",
                """
                {"data": {"app_id": "our-app", "is_valid": true, "expires_at": 0,
                 "scopes": ["whatsapp_business_messaging", "whatsapp_business_management"],
                 "granular_scopes": [{"scope": "whatsapp_business_messaging", "target_ids": ["%s"]}]}}
                """
                        .formatted(account));
        var granted =
                administrator.post("/channels/signup/grants", Map.of("code", "a-code")).body();
        assertThat(granted.path("accountIds").path(0).asString()).isEqualTo(account);
        var grant = granted.path("grant").asString();
        assertThat(grant).doesNotContain("granted-token");
        administrator.delete("/channels/" + channel);
        var wanted =
                Map.of(
                        "name", "Shop",
                        "accountId", account,
                        "phoneNumberId", number,
                        "grant", grant);
        assertThat(administrator.post("/channels", wanted).status()).isEqualTo(201);
        var other = Api.of(port, Business.create(server).administrator());
        assertThat(other.post("/channels", wanted).status()).isEqualTo(400);
    }

    @Test
    void aNumberThatIsConnectedAgainGoesOnAsTheSame() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        administrator.delete("/channels/" + channel);
        assertThat(connect("another-token").body().path("id").asString()).isEqualTo(channel);
        agent.reply(conversation, "here again");
        await().until(() -> graph.acceptedFor(phone).size() == 1);
    }
}
