package io.moked.simulator;

import static io.moked.simulator.Play.EMMA;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitTest {

    @RegisterExtension private final Play play = new Play();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "100 | {'type':'text','text':{'body':'LONG'}}",
                "131008 | {'type':'text','text':{}}",
                "131008 | {'type':'text'}",
                "100 | {'type':'dance','dance':{}}",
                "100 | {'type':'image','image':{'id':'1'}}",
                "100 | {'type':'image','image':{'id':'1','link':'http://127.0.0.1/x.png'}}",
                "131008 | {'type':'location','location':{'latitude':1}}",
                "131009 | {'type':'contacts','contacts':[]}",
                "131009 | {'type':'text','text':{'body':'x'},'biz_opaque_callback_data':'LONG'}",
                "132001 | {'type':'template','template':{'name':'unknown','language':{'code':'en'}}}",
                "131009 | {'type':'interactive','interactive':{'type':'button','body':{'text':'x'},'action':{'buttons':[]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'button','body':{'text':'x'},'action':{'buttons':[BUTTON,BUTTON]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'button','body':{'text':'x'},'action':{'buttons':[{'reply':{'id':'1','title':'much longer than twenty'}}]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'list','body':{'text':'x'},'action':{'button':'b','sections':[{'rows':[ROWS]}]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'cta_url','body':{'text':'LONG'},'action':{}}}",
                "131009 | {'type':'interactive','interactive':{'type':'riddle','body':{'text':'x'},'action':{}}}",
            })
    void refusesWhatBreaksALimit(int code, String message) throws Exception {
        Play.Reply reply = play.send(EMMA, expand(message));

        assertThat(reply.body().at("/error/code").asInt()).isEqualTo(code);
        assertThat(reply.text("/error/message")).startsWith("(#" + code + ")");
        assertThat(reply.text("/error/type")).isEqualTo("OAuthException");
        assertThat(reply.text("/error/error_data/messaging_product")).isEqualTo("whatsapp");
        assertThat(reply.text("/error/fbtrace_id")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'type':'location','location':{'latitude':32.1,'longitude':34.8}}",
                "{'type':'contacts','contacts':[{'name':{'formatted_name':'Dana'}}]}",
                "{'type':'interactive','interactive':{'type':'button','body':{'text':'x'},'action':{'buttons':[BUTTON]}}}",
                "{'type':'interactive','interactive':{'type':'cta_url','body':{'text':'x'},'action':{'parameters':{'display_text':'Go','url':'https://bloom.test'}}}}",
            })
    void takesWhatKeepsTheLimits(String message) throws Exception {
        assertThat(play.send(EMMA, expand(message)).status()).isEqualTo(200);
    }

    private static String expand(String message) {
        return message.replace('\'', '"')
                .replace("LONG", "x".repeat(4097))
                .replace(
                        "BUTTON", "{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"Yes\"}}")
                .replace(
                        "ROWS",
                        "{\"id\":\"1\",\"title\":\"t\"},".repeat(10)
                                + "{\"id\":\"1\",\"title\":\"t\"}");
    }
}
