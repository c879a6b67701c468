package io.moked.simulator;

import static io.moked.simulator.Play.EMMA;
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
                "2388042 | {'type':'BODY','text':'Dear {{2}}, thank you for your order.','example':{'body_text':[['Dana']]}}",
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

    @Test
    void pausesABadTemplateForThreeHoursThenSixAndThenForEver() throws Exception {
        String id = id("order_ready", "en");

        for (String pause : List.of("PT4H", "PT7H")) {
            change(id, "{'quality_score':'RED'}");
            assertThat(code(send("order_ready", "[]"))).isEqualTo(132015);
            play.control("PUT", "clock", "{\"advance\":\"" + pause + "\"}");
            await().until(() -> status(id).equals("APPROVED"));
        }
        change(id, "{'quality_score':'RED'}");
        assertThat(code(send("order_ready", "[]"))).isEqualTo(132016);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "132000 | [{'type':'body','parameters':[]}]",
                "132012 | [{'type':'header','parameters':[{'type':'text','text':'x'}]},NAMED,LINK]",
                "100 | [IMAGE,{'type':'body','parameters':[{'type':'text','parameter_name':'other','text':'Dana'}]},LINK]",
                "131008 | [IMAGE,{'type':'body','parameters':[{'type':'text','parameter_name':'first_name'}]},LINK]",
                "131008 | [IMAGE,NAMED]",
            })
    void refusesAMessageThatDoesNotFillItsTemplate(int code, String components) throws Exception {
        prepare();
        String all =
                components.startsWith("[{'type':'body'")
                        ? components.replace("[{'type':'body'", "[IMAGE,{'type':'body'")
                        : components;

        assertThat(code(send("welcome", all))).isEqualTo(code);
    }

    @Test
    void showsAFilledTemplateOnThePhone() throws Exception {
        prepare();

        Play.Reply reply = send("welcome", "[IMAGE,NAMED,LINK]");

        assertThat(reply.status()).isEqualTo(200);
        await().until(() -> !play.phone(EMMA).body().path("entries").isEmpty());
        JsonNode filled = play.phone(EMMA).body().at("/entries/0/content/template/filled");
        assertThat(filled.path("body").asString()).isEqualTo("Welcome Dana, we are glad of it.");
        assertThat(filled.at("/buttons/0/url").asString()).isEqualTo("https://bloom.test/dana");
        assertThat(filled.at("/media/type").asString()).isEqualTo("image");
    }

    @Test
    void holdsATemplateForItsQualityWhenToldTo() throws Exception {
        play.control("PUT", "faults", "{\"held\":{\"next\":1}}");

        Play.Reply reply =
                play.send(
                        EMMA,
                        json(
                                "{'type':'template','template':{'name':'we_are_here','language':{'code':'en'}}}"));

        assertThat(reply.text("/messages/0/message_status"))
                .isEqualTo("held_for_quality_assessment");
    }

    /** A template with a picture, a name and a link, approved. */
    private void prepare() throws Exception {
        String session =
                play.graph("POST", "app/uploads?file_type=image/png&file_length=3", "").text("/id");
        String handle = play.graph("POST", session, "png").text("/h");
        Play.Reply reply =
                play.graph(
                        "POST",
                        TEMPLATES,
                        json(
                                "{'name':'welcome','language':'en','category':'UTILITY','parameter_format':'NAMED','components':["
                                        + "{'type':'HEADER','format':'IMAGE','example':{'header_handle':['"
                                        + handle
                                        + "']}},"
                                        + "{'type':'BODY','text':'Welcome {{first_name}}, we are glad of it.','example':{'body_text_named_params':[{'param_name':'first_name','example':'Dana'}]}},"
                                        + "{'type':'BUTTONS','buttons':[{'type':'URL','text':'Go','url':'https://bloom.test/{{1}}','example':['dana']}]}]}"));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        await().until(() -> status(reply.text("/id")).equals("APPROVED"));
    }

    private Play.Reply send(String name, String components) throws Exception {
        String expanded =
                components
                        .replace(
                                "IMAGE",
                                "{'type':'header','parameters':[{'type':'image','image':{'id':'"
                                        + picture()
                                        + "'}}]}")
                        .replace(
                                "NAMED",
                                "{'type':'body','parameters':[{'type':'text','parameter_name':'first_name','text':'Dana'}]}")
                        .replace(
                                "LINK",
                                "{'type':'button','sub_type':'url','index':'0','parameters':[{'type':'text','text':'dana'}]}");
        return play.send(
                EMMA,
                json(
                        "{'type':'template','template':{'name':'"
                                + name
                                + "','language':{'code':'en'},'components':"
                                + expanded
                                + "}}"));
    }

    private static String picture() {
        return "1";
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

    private static int code(Play.Reply reply) {
        return reply.body().at("/error/code").asInt();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
