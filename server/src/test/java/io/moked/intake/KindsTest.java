package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kinds of messages, from Meta's JSON to what the API tells of them. */
@MokedTest
class KindsTest extends Journey {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void aLocationSaysWhere() {
        var content =
                contentOf(
                        """
                        {"type": "location", "location": {"latitude": 32.0853, "longitude": 34.7818,
                            "name": "כיכר רבין", "address": "Ibn Gabirol 69"}}
                        """);

        assertThat(content.path("type").asString()).isEqualTo("location");
        assertThat(content.path("details").path("place"))
                .isEqualTo(
                        json(
                                """
                                {"latitude": 32.0853, "longitude": 34.7818, "name": "כיכר רבין",
                                    "address": "Ibn Gabirol 69"}
                                """));
    }

    @Test
    void cardsSayWhoAndHowToReachThem() {
        var content =
                contentOf(
                        """
                        {"type": "contacts", "contacts": [
                            {"name": {"formatted_name": "Dana Levi"}, "org": {"company": "Bloom"},
                             "phones": [{"phone": "+972501234567", "type": "CELL"}, {"type": "WORK"}],
                             "emails": [{"email": "dana@bloom.example"}]},
                            {"phones": [{"phone": "+15550001"}]}]}
                        """);

        assertThat(content.path("type").asString()).isEqualTo("contacts");
        assertThat(content.path("details").path("people"))
                .isEqualTo(
                        json(
                                """
                                [{"name": "Dana Levi", "organization": "Bloom", "phones": ["+972501234567"],
                                  "emails": ["dana@bloom.example"], "addresses": [], "urls": []},
                                 {"name": "", "phones": ["+15550001"], "emails": [], "addresses": [], "urls": []}]
                                """));
    }

    @Test
    void aChoiceSaysWhatWasChosenWhereverItWasOffered() {
        var button =
                contentOf(
                        """
                        {"type": "interactive", "interactive": {"type": "button_reply",
                            "button_reply": {"id": "yes", "title": "Yes, please"}}}
                        """);
        var row =
                contentOf(
                        """
                        {"type": "interactive", "interactive": {"type": "list_reply",
                            "list_reply": {"id": "r1", "title": "Tuesday", "description": "at noon"}}}
                        """);
        var ofTemplate =
                contentOf(
                        """
                        {"type": "button", "button": {"text": "Stop", "payload": "STOP"}}
                        """);

        assertThat(button).isEqualTo(json("{\"type\": \"choice\", \"body\": \"Yes, please\"}"));
        assertThat(row)
                .isEqualTo(
                        json(
                                "{\"type\": \"choice\", \"body\": \"Tuesday\", \"caption\": \"at noon\"}"));
        assertThat(ofTemplate).isEqualTo(json("{\"type\": \"choice\", \"body\": \"Stop\"}"));
    }

    @Test
    void aFormShowsItsAnswersAlsoWhereTheyAreNoJson() {
        var filledIn =
                contentOf(
                        """
                        {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"name": "flow",
                            "body": "Sent", "response_json": "{\\"flow_token\\":\\"t\\",\\"size\\":\\"L\\",\\"gift\\":true}"}}}
                        """);
        var broken =
                contentOf(
                        """
                        {"type": "interactive", "interactive": {"type": "nfm_reply",
                            "nfm_reply": {"response_json": "size=L"}}}
                        """);

        assertThat(filledIn.path("body").asString()).isEqualTo("Sent");
        assertThat(filledIn.path("details").path("answers"))
                .isEqualTo(
                        json(
                                """
                                [{"question": "size", "answer": "L"}, {"question": "gift", "answer": "true"}]
                                """));
        assertThat(broken.path("details").path("answers"))
                .isEqualTo(json("[{\"answer\": \"size=L\"}]"));
    }

    @Test
    void anOrderSaysWhatAndHowMuch() {
        var content =
                contentOf(
                        """
                        {"type": "order", "order": {"catalog_id": "1", "text": "ring twice", "product_items": [
                            {"product_retailer_id": "rose-12", "quantity": 2, "item_price": 49.9, "currency": "ILS"}]}}
                        """);

        assertThat(content.path("body").asString()).isEqualTo("ring twice");
        assertThat(content.path("details").path("products"))
                .isEqualTo(
                        json(
                                """
                                [{"product": "rose-12", "quantity": 2, "price": "49.9", "currency": "ILS"}]
                                """));
    }

    @Test
    void whatLacksWhatItIsAboutIsKeptAsWhatItIs() {
        var nowhere = contentOf("{\"type\": \"location\", \"location\": {\"name\": \"home\"}}");
        var poll =
                contentOf(
                        """
                        {"type": "unsupported", "unsupported": {"type": "poll_creation"}, "errors": [{"code": 131051}]}
                        """);

        assertThat(nowhere).isEqualTo(json("{\"type\": \"unsupported\", \"kind\": \"location\"}"));
        assertThat(poll)
                .isEqualTo(json("{\"type\": \"unsupported\", \"kind\": \"poll_creation\"}"));
    }

    /** What the API tells of a message that came like this. */
    @SuppressWarnings("unchecked")
    private JsonNode contentOf(String message) {
        var phone = Meta.newPhone();
        Map<String, Object> whole = new HashMap<>(JSON.readValue(message, Map.class));
        whole.put("from", phone);
        whole.put("id", Meta.newId());
        whole.put("timestamp", Long.toString(Instant.now().getEpochSecond()));
        assertThat(meta.deliver(business, List.of(whole))).isEqualTo(200);
        return agent.items("/conversations/" + idOf(phone) + "/messages")
                .getFirst()
                .path("content");
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
