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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A number is connected step by step, and tells how it stands. */
@MokedTest
class AccountsTest extends Journey {

    private static final String SCOPES =
            "\"whatsapp_business_messaging\", \"whatsapp_business_management\"";

    private final GraphStub graph = GraphStub.get();
    private Api administrator;
    private String account;
    private String number;

    @BeforeEach
    void anAccountWithANumber() {
        administrator = Api.of(port, business.administrator());
        account = Meta.newPhone();
        number = Meta.newPhone();
        tokenIsGoodFor(SCOPES);
        graph.tell(
                "GET " + account, "{\"id\": \"%s\", \"name\": \"Bloom & Co\"}".formatted(account));
        graph.tell(
                "GET " + account + "/phone_numbers",
                "{\"data\": [" + numberWith("CONNECTED") + "]}");
        graph.tell("GET " + number, numberWith("CONNECTED"));
        graph.tell("POST " + account + "/subscribed_apps", "{\"success\": true}");
        graph.tell(
                "GET " + account + "/subscribed_apps",
                "{\"data\": [{\"whatsapp_business_api_data\": {\"id\": \"our-app\"}}]}");
    }

    private void tokenIsGoodFor(String scopes) {
        graph.tell(
                "GET debug_token",
                """
                {"data": {"app_id": "our-app", "is_valid": true, "expires_at": 0, "scopes": [%s]}}
                """
                        .formatted(scopes));
    }

    private String numberWith(String status) {
        return """
        {"id": "%s", "verified_name": "Bloom", "display_phone_number": "+1 555 010 0001",
         "quality_rating": "GREEN", "status": "%s"}
        """
                .formatted(number, status);
    }

    private Api.Answer check() {
        return administrator.post(
                "/channels/checks", Map.of("accountId", account, "token", "a-token"));
    }

    private Api.Answer connect(String phoneNumberId) {
        return administrator.post(
                "/channels",
                Map.of(
                        "name",
                        "Shop",
                        "accountId",
                        account,
                        "phoneNumberId",
                        phoneNumberId,
                        "token",
                        "a-token"));
    }

    private static List<String> steps(JsonNode check) {
        return check.path("steps")
                .valueStream()
                .map(it -> it.path("step").asString() + " " + it.path("state").asString())
                .toList();
    }

    @Test
    void aLookAtAnAccountTellsItsNumbersAndKeepsNothing() {
        var told = check().body();
        assertThat(steps(told))
                .containsExactly("token done", "permissions done", "account done", "number done");
        assertThat(told.path("accountName").asString()).isEqualTo("Bloom & Co");
        assertThat(told.path("numbers").path(0).path("displayPhoneNumber").asString())
                .isEqualTo("+1 555 010 0001");
        assertThat(administrator.items("/channels")).hasSize(1);
    }

    @Test
    void aTokenThatLacksAPermissionIsToldAndConnectsNothing() {
        tokenIsGoodFor("\"whatsapp_business_messaging\"");
        var told = check().body().path("steps").path(1);
        assertThat(told.path("state").asString()).isEqualTo("failed");
        assertThat(told.path("reason").asString()).isEqualTo("whatsapp_business_management");
        assertThat(connect(number).code()).isEqualTo("number-not-connectable");
        assertThat(administrator.items("/channels")).hasSize(1);
    }

    @Test
    void whatIsWrongWithATokenIsToldInMetasWords() {
        graph.tell(
                "GET debug_token",
                "{\"error\": {\"code\": 190, \"message\": \"Session has expired\"}}");
        var told = check().body().path("steps").path(0);
        assertThat(told.path("reason").asString()).isEqualTo("Session has expired");
    }

    @Test
    void aConnectedNumberReceivesAndTellsThatItDoes() {
        var connected = connect(number);
        assertThat(connected.status()).isEqualTo(201);
        assertThat(connected.body().toString()).doesNotContain("a-token");
        var standing = "/channels/" + connected.body().path("id").asString() + "/check";
        assertThat(steps(administrator.get(standing)))
                .containsExactly(
                        "token done",
                        "permissions done",
                        "number done",
                        "registration done",
                        "subscription done",
                        "deliveries waiting");
        var message = Meta.text(Meta.newPhone(), Meta.newId(), "hello");
        meta.post(Meta.body(List.of(Meta.change(number, "messages", List.of(message)))));
        await().until(() -> steps(administrator.get(standing)).contains("deliveries done"));
    }

    @Test
    void anotherAppsSubscriptionIsNotOurs() {
        var id = connect(number).body().path("id").asString();
        graph.tell(
                "GET " + account + "/subscribed_apps",
                "{\"data\": [{\"whatsapp_business_api_data\": {\"id\": \"another\"}}]}");
        assertThat(steps(administrator.get("/channels/" + id + "/check")))
                .contains("subscription failed");
    }

    @Test
    void aNumberThatIsNotRegisteredIsTold() {
        var id = connect(number).body().path("id").asString();
        graph.tell("GET " + number, numberWith("PENDING"));
        assertThat(steps(administrator.get("/channels/" + id + "/check")))
                .contains("registration failed");
    }

    @Test
    void aNumberOfAnotherAccountAndOneThatIsConnectedAreRefused() {
        assertThat(connect("1").status()).isEqualTo(400);
        assertThat(connect(number).status()).isEqualTo(201);
        assertThat(connect(number).code()).isEqualTo("channel-already-connected");
    }

    @Test
    void whatIsNoAccountIsNeverAskedFor() {
        var answer =
                administrator.post(
                        "/channels/checks", Map.of("accountId", "me/accounts", "token", "t"));
        assertThat(answer.status()).isEqualTo(400);
    }
}
