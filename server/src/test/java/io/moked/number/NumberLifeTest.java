package io.moked.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of a number after it was connected. */
@MokedTest
class NumberLifeTest extends Journey {

    private static final String DEAD =
            "{\"error\":{\"code\":190,\"message\":\"Session has expired\"}}";

    private final GraphStub graph = GraphStub.get();
    private Api administrator;
    private String account;
    private String number;
    private String channel;

    @BeforeEach
    void aConnectedNumber() {
        administrator = Api.of(port, business.administrator());
        account = Meta.newPhone();
        number = Meta.newPhone();
        tokenIs(true);
        graph.tell("GET " + account, "{\"id\": \"%s\", \"name\": \"Bloom\"}".formatted(account));
        graph.tell("GET " + account + "/phone_numbers", "{\"data\": [" + number("") + "]}");
        graph.tell("GET " + number, number(""));
        graph.tell("POST " + account + "/subscribed_apps", "{\"success\": true}");
        graph.tell(
                "GET " + account + "/subscribed_apps",
                "{\"data\": [{\"whatsapp_business_api_data\": {\"id\": \"our-app\"}}]}");
        channel = connect("a-token").body().path("id").asString();
    }

    private void tokenIs(boolean good) {
        graph.tell(
                "GET debug_token",
                """
                {"data": {"app_id": "our-app", "is_valid": %s, "expires_at": 0,
                 "scopes": ["whatsapp_business_messaging", "whatsapp_business_management"]}}
                """
                        .formatted(good));
    }

    private String number(String more) {
        return """
        {"id": "%s", "verified_name": "Bloom", "display_phone_number": "+1 555 010 0001",
         "quality_rating": "GREEN", "status": "CONNECTED"%s}
        """
                .formatted(number, more);
    }

    private Api.Answer connect(String token) {
        return administrator.post(
                "/channels",
                Map.of(
                        "name", "Shop",
                        "accountId", account,
                        "phoneNumberId", number,
                        "token", token));
    }

    private JsonNode channel() {
        return administrator.items("/channels").stream()
                .filter(it -> it.path("id").asString().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody writes to the number; tells in which conversation. */
    private String conversationWith(String phone) {
        meta.post(
                Meta.body(
                        List.of(
                                Meta.change(
                                        number,
                                        "messages",
                                        List.of(Meta.text(phone, Meta.newId(), "hello"))))));
        return idOf(phone);
    }

    private String statusIn(String conversation) {
        return agent.items("/conversations/" + conversation + "/messages")
                .getFirst()
                .path("status")
                .asString();
    }

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
    void aNumberThatIsConnectedAgainGoesOnAsTheSame() {
        var phone = Meta.newPhone();
        var conversation = conversationWith(phone);
        administrator.delete("/channels/" + channel);
        assertThat(connect("another-token").body().path("id").asString()).isEqualTo(channel);
        agent.reply(conversation, "here again");
        await().until(() -> graph.acceptedFor(phone).size() == 1);
    }

    @Test
    void aNumberIsProvedAndRegistered() {
        graph.tell("POST " + number + "/request_code", "{\"success\": true}");
        graph.tell("POST " + number + "/verify_code", "{\"success\": true}");
        graph.tell("POST " + number + "/register", "{\"success\": true}");
        graph.tell("POST " + number, "{\"success\": true}");
        var at = "/channels/" + channel;
        assertThat(
                        administrator
                                .post(at + "/codes", Map.of("way", "SMS", "language", "he"))
                                .status())
                .isEqualTo(202);
        assertThat(administrator.post(at + "/codes/proof", Map.of("code", "123-456")).status())
                .isEqualTo(204);
        assertThat(administrator.post(at + "/registration", Map.of("pin", "654321")).status())
                .isEqualTo(204);
        assertThat(administrator.put(at + "/pin", Map.of("pin", "111111")).status()).isEqualTo(204);
        assertThat(administrator.put(at + "/pin", Map.of("pin", "1111")).status()).isEqualTo(400);
    }

    @Test
    void whatMetaDeclinesIsToldInItsWords() {
        graph.tell(
                "POST " + number + "/register",
                "{\"error\":{\"code\":133005,\"message\":\"Two step verification PIN mismatch\"}}");
        var answer =
                administrator.post(
                        "/channels/" + channel + "/registration", Map.of("pin", "654321"));
        assertThat(answer.code()).isEqualTo("meta-declined");
        assertThat(answer.body().path("reason").asString())
                .isEqualTo("Two step verification PIN mismatch");
    }

    @Test
    void theProfileIsReadAndWritten() {
        graph.tell(
                "GET " + number + "/whatsapp_business_profile",
                "{\"data\": [{\"about\": \"Flowers\", \"websites\": [\"https://bloom.example\"]}]}");
        graph.tell("POST " + number + "/whatsapp_business_profile", "{\"success\": true}");
        var at = "/channels/" + channel + "/profile";
        var told = administrator.get(at);
        assertThat(told.path("about").asString()).isEqualTo("Flowers");
        assertThat(told.path("email").asString()).isEmpty();
        assertThat(administrator.put(at, profile("RETAIL", "https://bloom.example")).status())
                .isEqualTo(204);
        assertThat(administrator.put(at, profile("FLOWERS", "https://bloom.example")).status())
                .isEqualTo(400);
        assertThat(administrator.put(at, profile("RETAIL", "javascript:alert(1)")).status())
                .isEqualTo(400);
    }

    private static Map<String, Object> profile(String vertical, String website) {
        return Map.of(
                "about", "Flowers",
                "address", "",
                "description", "",
                "email", "",
                "vertical", vertical,
                "websites", List.of(website));
    }

    @Test
    void aNumberOfThePhoneAppMaySendLess() {
        graph.tell("GET " + number, number(", \"is_on_biz_app\": true"));
        administrator.get("/channels/" + channel + "/check");
        assertThat(perSecond()).isEqualTo(20);
        graph.tell("GET " + number, number(", \"throughput\": {\"level\": \"HIGH\"}"));
        administrator.get("/channels/" + channel + "/check");
        assertThat(perSecond()).isEqualTo(1_000);
    }

    private int perSecond() {
        return server.getBean(io.moked.database.WorkerDatabase.class)
                .jdbc()
                .sql("select per_second from sending.number_pace where channel_id = ?")
                .param(UUID.fromString(channel))
                .query(Integer.class)
                .single();
    }
}
