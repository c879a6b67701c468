package io.moked.number;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A number that an administrator has connected, and people who write to it. */
abstract class ConnectedNumber extends Journey {

    static final String DEAD = "{\"error\":{\"code\":190,\"message\":\"Session has expired\"}}";

    final GraphStub graph = GraphStub.get();
    Api administrator;
    String account;
    String number;
    String channel;

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

    void tokenIs(boolean good) {
        graph.tell(
                "GET debug_token",
                """
                {"data": {"app_id": "our-app", "is_valid": %s, "expires_at": 0,
                 "scopes": ["whatsapp_business_messaging", "whatsapp_business_management"]}}
                """
                        .formatted(good));
    }

    String number(String more) {
        return """
        {"id": "%s", "verified_name": "Bloom", "display_phone_number": "+1 555 010 0001",
         "quality_rating": "GREEN", "status": "CONNECTED"%s}
        """
                .formatted(number, more);
    }

    Api.Answer connect(String token) {
        return administrator.post(
                "/channels",
                Map.of(
                        "name", "Shop",
                        "accountId", account,
                        "phoneNumberId", number,
                        "token", token));
    }

    JsonNode channel() {
        return administrator.items("/channels").stream()
                .filter(it -> it.path("id").asString().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Somebody writes to the number; tells in which conversation. */
    String conversationWith(String phone) {
        meta.post(
                Meta.body(
                        List.of(
                                Meta.change(
                                        number,
                                        "messages",
                                        List.of(Meta.text(phone, Meta.newId(), "hello"))))));
        return idOf(phone);
    }

    String statusIn(String conversation) {
        return agent.items("/conversations/" + conversation + "/messages")
                .getFirst()
                .path("status")
                .asString();
    }
}
