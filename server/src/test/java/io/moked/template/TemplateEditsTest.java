package io.moked.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.MokedTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates are sent in to Meta, changed and removed there. */
@MokedTest
class TemplateEditsTest extends TemplateJourney {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    private static Map<String, Object> layout(String body) {
        return new HashMap<>(Map.of("body", body, "buttons", List.of(), "cards", List.of()));
    }

    private static Map<String, Object> text(Map<String, Object> layout, Object samples) {
        return Map.of("category", "utility", "layout", layout, "samples", samples);
    }

    private Api.Answer submit(String name, Map<String, Object> layout, Object samples) {
        return administrator.post(
                "/templates",
                Map.of(
                        "accountId",
                        account,
                        "name",
                        name,
                        "language",
                        "en",
                        "text",
                        text(layout, samples)));
    }

    private void metaTakes(String id) {
        graph.tell(
                "POST " + account + "/message_templates",
                "{\"id\": \"%s\", \"status\": \"PENDING\", \"category\": \"MARKETING\"}"
                        .formatted(id));
    }

    @Test
    void aTemplateIsSentInWithItsExamplesAndMetasCategoryIsTold() {
        metaTakes("201");
        var layout = layout("Hi {{name}}, your table is ready now.");
        layout.put("footer", "Bloom");
        layout.put(
                "buttons",
                List.of(
                        Map.of("type", "quick-reply", "label", "Coming"),
                        Map.of("type", "url", "label", "Map", "opens", "https://b.example/{{1}}")));
        var answer = submit("table", layout, Map.of("body.name", "Dana", "button.1", "17"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("status").asString()).isEqualTo("pending");
        assertThat(answer.body().path("category").asString()).isEqualTo("marketing");
        assertThat(graph.asked("POST " + account + "/message_templates").getFirst().body())
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"name": "table", "language": "en", "category": "UTILITY",
                                 "parameter_format": "named", "components": [
                                  {"type": "BODY", "text": "Hi {{name}}, your table is ready now.", "example":
                                    {"body_text_named_params": [{"param_name": "name", "example": "Dana"}]}},
                                  {"type": "FOOTER", "text": "Bloom"},
                                  {"type": "BUTTONS", "buttons": [
                                    {"type": "QUICK_REPLY", "text": "Coming"},
                                    {"type": "URL", "text": "Map", "url": "https://b.example/{{1}}",
                                     "example": ["https://b.example/17"]}]}]}
                                """));
    }

    @Test
    void theExampleOfAHeaderIsUploadedToTheAppOfTheToken() {
        metaTakes("202");
        graph.tell("GET debug_token", "{\"data\": {\"app_id\": \"our-app\", \"is_valid\": true}}");
        graph.tell("POST our-app/uploads", "{\"id\": \"upload:abc?sig=1\"}");
        graph.tell("POST upload:abc", "{\"h\": \"4:handle\"}");
        var picture = agent.upload("box.png", "image/png", PICTURE).body().path("id").asString();
        var layout = layout("Look what has arrived today.");
        layout.put("header", "image");
        assertThat(submit("arrived", layout, Map.of("header", picture)).status()).isEqualTo(201);
        assertThat(graph.asked("POST upload:abc").getLast().bytes()).isEqualTo(PICTURE);
        var header =
                graph.asked("POST " + account + "/message_templates")
                        .getFirst()
                        .body()
                        .path("components")
                        .path(0);
        assertThat(header.path("example").path("header_handle").path(0).asString())
                .isEqualTo("4:handle");
    }

    @Test
    void metasNoComesInItsWordsWithTheField() {
        graph.tell(
                "POST " + account + "/message_templates",
                """
                {"error": {"code": 100, "error_subcode": 2388023, "message": "Invalid parameter",
                 "error_user_msg": "The name is still being deleted."}}
                """);
        var refused = submit("gone", layout("Words for all of you."), Map.of());
        assertThat(refused.code()).isEqualTo("template-declined");
        assertThat(refused.body().path("field").asString()).isEqualTo("name");
        assertThat(refused.body().path("reason").asString())
                .isEqualTo("The name is still being deleted.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Big Name | Words for all of you.           | name malformed
                    ok       | ' '                             | layout.body missing
                    ok       | {{1}} has arrived with us.      | layout.body variable-at-an-end
                    ok       | It has arrived, dear {{1}}      | layout.body variable-at-an-end
                    ok       | Dear {{1}} {{2}} it is all here | layout.body variables-touch
                    ok       | It {{1}} and {{2}} is           | layout.body too-many-variables
                    ok       | It is number {{2}} in our list. | layout.body variables-malformed
                    ok       | It is {{1}} or {{Name}} in it.  | layout.body variables-malformed
                    ok       | It is number {{1}} in our list. | samples.body.1 missing
                    """)
    void whatMetaWouldDeclineIsNamedBeforeItIsAsked(String name, String body, String expected) {
        assertThat(field(submit(name, layout(body), Map.of()))).isEqualTo(expected);
        assertThat(graph.asked("POST " + account)).isEmpty();
    }

    @Test
    void whatIsTooLongOrTooManyIsNamed() {
        assertThat(field(submit("ok", layout("a".repeat(1_025)), Map.of())))
                .isEqualTo("layout.body too-long");
        var layout = layout("Words for all of you.");
        layout.put("footer", "a".repeat(61));
        assertThat(field(submit("ok", layout, Map.of()))).isEqualTo("layout.footer too-long");
        layout.remove("footer");
        var link = Map.of("type", "url", "label", "Go", "opens", "https://b.example");
        layout.put("buttons", List.of(link, link, link));
        assertThat(field(submit("ok", layout, Map.of()))).isEqualTo("layout.buttons too-many");
        var reply = Map.of("type", "quick-reply", "label", "Yes");
        layout.put("buttons", List.of(reply, link, reply));
        assertThat(field(submit("ok", layout, Map.of()))).isEqualTo("layout.buttons replies-apart");
        layout.put("buttons", List.of(Map.of("type", "quick-reply", "label", "a".repeat(26))));
        assertThat(field(submit("ok", layout, Map.of())))
                .isEqualTo("layout.buttons.0.label too-long");
    }

    @Test
    void aChangeIsReviewedAnewAndWhatIsPendingStays() {
        metaLists(
                template("203", "three", "APPROVED", body("Three")),
                template("204", "four", "PENDING", body("Four")));
        graph.tell("POST 203", "{\"success\": true}");
        var wanted = text(layout("Three words for you."), Map.of());
        var edited = administrator.put("/templates/" + idOfTemplate("three"), wanted);
        assertThat(edited.body().path("status").asString()).isEqualTo("pending");
        assertThat(graph.asked("POST 203").getLast().body().path("components").path(0))
                .isEqualTo(
                        JSON.readTree("{\"type\": \"BODY\", \"text\": \"Three words for you.\"}"));
        assertThat(administrator.put("/templates/" + idOfTemplate("four"), wanted).code())
                .isEqualTo("template-not-editable");
    }

    @Test
    void whoeverChangesATemplateReplacesNothingTheyHaveNotSeen() {
        metaLists(template("207", "seven", "APPROVED", body("Seven")));
        graph.tell("POST 207", "{\"success\": true}");
        var id = idOfTemplate("seven");
        var seen = administrator.get("/templates/" + id).path("version").asString();
        var first = new HashMap<>(text(layout("Seven words for you."), Map.of()));
        first.put("version", seen);
        assertThat(administrator.put("/templates/" + id, first).status()).isEqualTo(200);
        var second = new HashMap<>(text(layout("Other words for you."), Map.of()));
        second.put("version", seen);
        assertThat(administrator.put("/templates/" + id, second).code())
                .isEqualTo("template-changed");
        assertThat(graph.asked("POST 207")).hasSize(1);
    }

    @Test
    void aTemplateIsRemovedInOneLanguageOrInAll() {
        var hebrew = template("206", "five", "APPROVED", body("Five")).replace("\"en\"", "\"he\"");
        metaLists(template("205", "five", "APPROVED", body("Five")), hebrew);
        graph.tell("DELETE " + account + "/message_templates", "{\"success\": true}");
        var id = administrator.items("/templates?language=en").getFirst().path("id").asString();
        assertThat(administrator.delete("/templates/" + id).status()).isEqualTo(204);
        assertThat(graph.asked("DELETE " + account).getLast().node())
                .endsWith("?name=five&hsm_id=205");
        assertThat(administrator.items("/templates")).hasSize(1);
        administrator.delete("/templates/" + idOfTemplate("five") + "?inAllLanguages=true");
        assertThat(graph.asked("DELETE " + account).getLast().node()).endsWith("?name=five");
        assertThat(administrator.items("/templates")).isEmpty();
    }

    @Test
    void aCarouselHasCardsThatAreBuiltAlikeAndNothingButATextAboveThem() {
        metaTakes("207");
        graph.tell("GET debug_token", "{\"data\": {\"app_id\": \"our-app\", \"is_valid\": true}}");
        graph.tell("POST our-app/uploads", "{\"id\": \"upload:card\"}");
        graph.tell("POST upload:card", "{\"h\": \"4:card\"}");
        var picture = agent.upload("box.png", "image/png", PICTURE).body().path("id").asString();
        var samples = Map.of("card.0.header", picture, "card.1.header", picture);
        var card = layout("Fresh from the market");
        card.put("header", "image");
        card.put("buttons", List.of(Map.of("type", "quick-reply", "label", "More")));
        var layout = layout("New with us this week");
        layout.put("cards", List.of(card));
        assertThat(field(submit("offers", layout, samples))).isEqualTo("layout.cards too-few");
        var other = new HashMap<>(card);
        other.put("header", "video");
        layout.put("cards", List.of(card, other));
        assertThat(field(submit("offers", layout, samples))).isEqualTo("layout.cards.1 unlike");
        layout.put("cards", List.of(card, card));
        assertThat(submit("offers", layout, samples).status()).isEqualTo(201);
        var sent = graph.asked("POST " + account + "/message_templates").getLast().body();
        var cards = sent.path("components").path(1).path("cards");
        assertThat(cards.path(1).path("components").path(0).path("example").toString())
                .isEqualTo("{\"header_handle\":[\"4:card\"]}");
        layout.put("footer", "Bloom");
        assertThat(field(submit("offers", layout, samples))).isEqualTo("layout.cards not-allowed");
    }
}
