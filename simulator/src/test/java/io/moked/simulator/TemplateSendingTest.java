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

class TemplateSendingTest {

    private static final String TEMPLATES = "waba1/message_templates";

    @RegisterExtension private final Play play = new Play();

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
                "132005 | [IMAGE,{'type':'body','parameters':[{'type':'text','parameter_name':'first_name','text':'LONG'}]},LINK]",
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
    void sendsAOneTimeCodeInMetasWordsAndOnlyToPhoneNumbers() throws Exception {
        String id =
                play.graph(
                                "POST",
                                TEMPLATES,
                                json(
                                        "{'name':'code','language':'en','category':'AUTHENTICATION','components':["
                                                + "{'type':'BODY','add_security_recommendation':true},"
                                                + "{'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]}"))
                        .text("/id");
        await().until(() -> status(id).equals("APPROVED"));
        play.writeText(EMMA, "Hello");
        await().until(() -> !play.receiver().messages().isEmpty());
        String userId = play.receiver().messages().getFirst().path("from_user_id").asString();
        String code = "'parameters':[{'type':'text','text':'4711'}]}";
        String parts =
                "[{'type':'body',"
                        + code
                        + ",{'type':'button','sub_type':'url','index':'0',"
                        + code
                        + "]";

        assertThat(send("code", parts).status()).isEqualTo(200);
        Play.Reply byUserId =
                play.graph(
                        "POST",
                        "555010001/messages",
                        json(
                                "{'messaging_product':'whatsapp','recipient':'"
                                        + userId
                                        + "','type':'template','template':{'name':'code','language':{'code':'en'},'components':"
                                        + parts
                                        + "}}"));

        assertThat(code(byUserId)).isEqualTo(131062);
        await().until(() -> play.phone(EMMA).body().path("entries").size() == 2);
        assertThat(play.phone(EMMA).text("/entries/1/content/template/filled/body"))
                .startsWith("*4711* is your verification code. For your security");
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
                        .replace("LONG", "x".repeat(1024))
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

    private static int code(Play.Reply reply) {
        return reply.body().at("/error/code").asInt();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
