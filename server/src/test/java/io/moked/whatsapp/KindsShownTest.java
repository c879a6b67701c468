package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What comes is shown as what it is, and with all that is in it. */
@MokedTest
class KindsShownTest extends Journey {

    private final String phone = Meta.newPhone();

    private JsonNode shown(Map<String, Object> of) {
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), "words"));
        message.putAll(of);
        meta.deliver(business, List.of(message));
        return agent.items("/conversations/" + idOf(phone) + "/messages").getFirst();
    }

    @Test
    void anAnswerAboutCallsAndAPaymentAreCalledSo() {
        var answer = Map.of("type", "call_permission_reply");
        assertThat(
                        shown(Map.of("type", "interactive", "interactive", answer))
                                .path("content")
                                .path("kind")
                                .asString())
                .isEqualTo("call_permission_reply");
    }

    @Test
    void aCardShowsAddressesPagesAndBirthday() {
        var address = Map.of("street", "Main street 1", "city", "Haifa", "country", "Israel");
        var card =
                Map.of(
                        "name", Map.of("formatted_name", "Dan"),
                        "addresses", List.of(address),
                        "urls", List.of(Map.of("url", "https://dan.example")),
                        "birthday", "1989-03-16");
        var person =
                shown(Map.of("type", "contacts", "contacts", List.of(card)))
                        .path("content")
                        .path("details")
                        .path("people")
                        .path(0);
        assertThat(person.path("addresses").path(0).asString())
                .isEqualTo("Main street 1, Haifa, Israel");
        assertThat(person.path("urls").path(0).asString()).isEqualTo("https://dan.example");
        assertThat(person.path("birthday").asString()).isEqualTo("1989-03-16");
    }

    @Test
    void anOrderShowsItsCatalogueAndNote() {
        var line = Map.of("product_retailer_id", "VASE", "quantity", 2);
        var order = Map.of("catalog_id", "9", "text", "for Friday", "product_items", List.of(line));
        var content = shown(Map.of("type", "order", "order", order)).path("content");
        assertThat(content.path("details").path("catalogue").asString()).isEqualTo("9");
        assertThat(content.path("body").asString()).isEqualTo("for Friday");
    }

    @Test
    void anAdvertisementShowsItsPictureAndGreeting() {
        var ad =
                Map.of(
                        "source_type", "ad",
                        "media_type", "image",
                        "image_url", "https://files.example/ad.jpg",
                        "welcome_message", Map.of("text", "Hello there"));
        var referral = shown(Map.of("referral", ad)).path("context").path("referral");
        assertThat(referral.path("media").asString()).isEqualTo("https://files.example/ad.jpg");
        assertThat(referral.path("welcome").asString()).isEqualTo("Hello there");
    }
}
