package io.moked.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TemplateTest {

    private static final String TEMPLATES = "waba1/message_templates";
    private static final String BODY =
            "{'type':'BODY','text':'Dear {{1}}, thank you for your order.','example':{'body_text':[['Dana']]}}";

    @RegisterExtension private final Play play = new Play();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "2388043 | {'type':'BODY','text':'Dear {{1}}, thank you for it.'}",
                "2388040 | {'type':'BODY','text':'LONG'}",
                "2388299 | {'type':'BODY','text':'{{1}} is what we call you here','example':{'body_text':[['Dana']]}}",
                "2388299 | {'type':'BODY','text':'We call you {{1}} {{2}} here and there','example':{'body_text':[['a','b']]}}",
                "2388293 | {'type':'BODY','text':'Hi {{1}} and {{2}} you','example':{'body_text':[['a','b']]}}",
                "2388072 | {'type':'BODY','text':'Dear {{2}}, thank you for your order.','example':{'body_text':[['Dana']]}}",
                "2388043 | {'type':'FOOTER','text':'Bye'}",
                "2388040 | {'type':'HEADER','format':'TEXT','text':'LONG'},OK",
                "2388043 | {'type':'HEADER','format':'IMAGE'},OK",
                "2388273 | {'type':'HEADER','format':'IMAGE','example':{'header_handle':['4:none']}},OK",
                "2388070 | {'type':'BUTTONS','buttons':[URL,URL,URL]},OK",
                "2388070 | {'type':'BUTTONS','buttons':[REPLY,URL,REPLY]},OK",
                "2388043 | {'type':'BUTTONS','buttons':[{'type':'URL','text':'Go','url':'https://a.test/{{1}}'}]},OK",
                "2388040 | {'type':'CAROUSEL','cards':[]},OK",
            })
    void refusesWhatMetaWouldNotTake(int subcode, String components) throws Exception {
        Play.Reply reply = create("order_thanks", "UTILITY", components);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(subcode);
        assertThat(reply.text("/error/error_user_msg")).isNotEmpty();
    }

    @Test
    void refusesMoreTemplatesThanAnAccountMayHaveOrMakeInAnHour() throws Exception {
        int already = names();
        int created = 0;
        while (names() < 250) {
            if (created > 0 && created % 100 == 0) {
                Play.Reply tooFast = create("thanks_" + created, "UTILITY", "OK");
                assertThat(tooFast.body().at("/error/code").asInt()).isEqualTo(80007);
                play.control("PUT", "clock", "{\"advance\":\"PT1H1S\"}");
            }
            assertThat(create("thanks_" + created++, "UTILITY", "OK").status()).isEqualTo(200);
        }
        assertThat(created).isEqualTo(250 - already);
        assertThat(create("one_too_many", "UTILITY", "OK").body().at("/error/code").asInt())
                .isEqualTo(100);
        play.control("PUT", "setup", verified(play.setup()));
        assertThat(create("one_too_many", "UTILITY", "OK").status()).isEqualTo(200);
    }

    private static String verified(String setup) {
        return setup.replace("\"id\":\"waba1\",", "\"id\":\"waba1\",\"verified\":true,");
    }

    private int names() throws Exception {
        return (int)
                play.graph("GET", TEMPLATES + "?limit=1000&fields=name", "")
                        .body()
                        .path("data")
                        .valueStream()
                        .map(one -> one.path("name").asString())
                        .distinct()
                        .count();
    }

    @Test
    void refusesNamesLanguagesAndCategoriesThatAreNone() throws Exception {
        assertThat(
                        create("Order-Thanks", "UTILITY", "OK")
                                .body()
                                .at("/error/error_subcode")
                                .asInt())
                .isEqualTo(2388076);
        assertThat(create("order_thanks", "ADVERTISING", "OK").status()).isEqualTo(400);
        assertThat(create("order_ready", "UTILITY", "OK").body().at("/error/error_subcode").asInt())
                .isEqualTo(2388024);
    }

    @Test
    void turnsAUtilityTemplateIntoMarketingWhenToldTo() throws Exception {
        play.control("PUT", "settings", "{\"recategorise\":true}");

        assertThat(create("order_thanks", "UTILITY", "OK").text("/category"))
                .isEqualTo("MARKETING");
    }

    @Test
    void listsPageByPage() throws Exception {
        Play.Reply first = play.graph("GET", TEMPLATES + "?limit=5&fields=name,language", "");
        Play.Reply second =
                play.graph(
                        "GET",
                        TEMPLATES + "?limit=5&after=" + first.text("/paging/cursors/after"),
                        "");

        assertThat(first.body().path("data").size()).isEqualTo(5);
        assertThat(first.body().at("/data/0").propertyNames())
                .containsExactlyInAnyOrder("id", "name", "language");
        assertThat(first.text("/paging/next")).startsWith(play.address());
        assertThat(second.body().path("data").size()).isEqualTo(2);
        assertThat(second.body().path("paging").has("next")).isFalse();
        assertThat(
                        play.graph("GET", TEMPLATES + "?name=order_ready&language=he", "")
                                .body()
                                .path("data")
                                .size())
                .isEqualTo(1);
    }

    @Test
    void changesAnApprovedTemplateOnceADay() throws Exception {
        String id = id("order_ready", "en");
        String change = json("{'components':[" + BODY + "]}");

        assertThat(play.graph("POST", id, change).status()).isEqualTo(200);
        await().until(() -> status(id).equals("APPROVED"));
        assertThat(play.graph("POST", id, change).status()).isEqualTo(400);
        play.control("PUT", "clock", "{\"advance\":\"PT25H\"}");
        assertThat(play.graph("POST", id, change).status()).isEqualTo(200);
        assertThat(play.graph("POST", id, json("{'category':'MARKETING'}")).status())
                .isEqualTo(400);
    }

    @Test
    void removesOneLanguageOrAllAndRestsTheName() throws Exception {
        String english = id("order_ready", "en");
        play.graph("DELETE", TEMPLATES + "?name=order_ready&hsm_id=" + english, "");
        assertThat(languages("order_ready")).containsExactly("he");

        play.graph("DELETE", TEMPLATES + "?name=order_ready", "");

        assertThat(languages("order_ready")).isEmpty();
        assertThat(create("order_ready", "UTILITY", "OK").body().at("/error/error_subcode").asInt())
                .isEqualTo(2388023);
    }

    @Test
    void tellsWhatBecomesOfATemplate() throws Exception {
        String id = id("order_ready", "en");

        change(id, "{'status':'REJECTED','reason':'INVALID_FORMAT'}");
        change(id, "{'quality_score':'YELLOW'}");
        change(id, "{'category':'MARKETING'}");
        change(id, "{'components':[" + BODY + "]}");

        await().until(() -> fields().size() == 4);
        assertThat(fields())
                .containsExactlyInAnyOrder(
                        "message_template_status_update",
                        "message_template_quality_update",
                        "template_category_update",
                        "message_template_components_update");
        assertThat(value("message_template_status_update").path("reason").asString())
                .isEqualTo("INVALID_FORMAT");
        assertThat(value("template_category_update").path("previous_category").asString())
                .isEqualTo("UTILITY");
        assertThat(play.receiver().posted().getFirst().json().at("/entry/0/time").asLong())
                .isPositive();
    }

    private Play.Reply create(String name, String category, String components) throws Exception {
        String expanded =
                components
                        .replace("OK", BODY)
                        .replace("LONG", "x".repeat(1025))
                        .replace("URL,", "{'type':'URL','text':'Go','url':'https://a.test'},")
                        .replace("URL]", "{'type':'URL','text':'Go','url':'https://a.test'}]")
                        .replace("REPLY", "{'type':'QUICK_REPLY','text':'Yes'}");
        return play.graph(
                "POST",
                TEMPLATES,
                json(
                        "{'name':'"
                                + name
                                + "','language':'en','category':'"
                                + category
                                + "','components':["
                                + expanded
                                + "]}"));
    }

    private void change(String id, String changes) throws Exception {
        assertThat(play.control("PUT", "templates/" + id, json(changes)).status()).isEqualTo(200);
    }

    private String id(String name, String language) throws Exception {
        return play.graph("GET", TEMPLATES + "?name=" + name + "&language=" + language, "")
                .text("/data/0/id");
    }

    private String status(String id) throws Exception {
        return play.graph("GET", id + "?fields=status", "").text("/status");
    }

    private List<String> languages(String name) throws Exception {
        return play.graph("GET", TEMPLATES + "?name=" + name, "")
                .body()
                .findValuesAsString("language");
    }

    private List<String> fields() {
        return play.receiver().posted().stream()
                .flatMap(one -> one.json().at("/entry/0/changes").valueStream())
                .map(one -> one.path("field").asString())
                .toList();
    }

    private JsonNode value(String field) {
        return play.receiver().posted().stream()
                .flatMap(one -> one.json().at("/entry/0/changes").valueStream())
                .filter(one -> one.path("field").asString().equals(field))
                .map(one -> one.path("value"))
                .findFirst()
                .orElseThrow();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
