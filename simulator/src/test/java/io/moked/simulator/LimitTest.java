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
                "131009 | {'type':'interactive','interactive':{'type':'cta_url','body':{'text':'LONG'},'action':{'name':'cta_url'}}}",
                "131009 | {'type':'interactive','interactive':{'type':'list','body':{'text':'x'},'action':{'button':'b','sections':[{'rows':[{'id':'1','title':'t'},{'id':'1','title':'u'}]}]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'display_text':'Go','url':'bloom.test'}}}}",
                "131009 | {'type':'interactive','interactive':{'type':'flow','body':{'text':'x'},'action':{'name':'flow','parameters':{'flow_message_version':'3','flow_cta':'Book','flow_id':'1','flow_name':'one'}}}}",
                "131009 | {'type':'interactive','interactive':{'type':'carousel','body':{'text':'x'},'action':{'cards':[CARD0]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'carousel','body':{'text':'x'},'footer':{'text':'y'},'action':{'cards':[CARD0,CARD1]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'carousel','body':{'text':'x'},'action':{'cards':[CARD1,CARD0]}}}",
                "131008 | {'type':'interactive','interactive':{'type':'product','action':{'catalog_id':'1'}}}",
                "131009 | {'type':'interactive','interactive':{'type':'product_list','header':{'type':'text','text':'h'},'body':{'text':'x'},'action':{'catalog_id':'1','sections':[]}}}",
                "131009 | {'type':'interactive','interactive':{'type':'list','header':{'type':'image','image':{'link':'http://a'}},'body':{'text':'x'},'action':{'button':'b','sections':[{'rows':[{'id':'1','title':'t'}]}]}}}",
                "131008 | {'type':'interactive','interactive':{'type':'address_message','body':{'text':'x'},'action':{'name':'address_message','parameters':{}}}}",
                "131008 | {'type':'reaction','reaction':{'message_id':'wamid.1'}}",
                "100 | {'type':'audio','audio':{'link':'http://127.0.0.1/x.mp3','caption':'x'}}",
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
                "{'type':'interactive','interactive':{'type':'LIST','body':{'text':'x'},'action':{'button':'See','sections':[{'title':'t','rows':[{'id':'1','title':'One'}]}]}}}",
                "{'type':'interactive','interactive':{'type':'flow','body':{'text':'x'},'action':{'name':'flow','parameters':{'flow_message_version':'3','flow_cta':'Book','flow_id':'1'}}}}",
                "{'type':'interactive','interactive':{'type':'carousel','body':{'text':'x'},'action':{'cards':[CARD0,CARD1]}}}",
                "{'type':'interactive','interactive':{'type':'product','action':{'catalog_id':'1','product_retailer_id':'rose'}}}",
                "{'type':'interactive','interactive':{'type':'product_list','header':{'type':'text','text':'h'},'body':{'text':'x'},'action':{'catalog_id':'1','sections':[{'title':'t','product_items':[{'product_retailer_id':'rose'}]}]}}}",
                "{'type':'interactive','interactive':{'type':'catalog_message','body':{'text':'x'},'action':{'name':'catalog_message'}}}",
                "{'type':'interactive','interactive':{'type':'contact_request','body':{'text':'x'},'action':{'name':'request_contact_info'}}}",
                "{'type':'interactive','interactive':{'type':'location_request_message','body':{'text':'x'},'action':{'name':'send_location'}}}",
                "{'type':'interactive','interactive':{'type':'address_message','body':{'text':'x'},'action':{'name':'address_message','parameters':{'country':'IN'}}}}",
                "{'type':'interactive','interactive':{'type':'cta_url','body':{'text':'x'},'action':{'name':'cta_url','parameters':{'display_text':'Go','url':'https://bloom.test'}}}}",
            })
    void takesWhatKeepsTheLimits(String message) throws Exception {
        assertThat(play.send(EMMA, expand(message)).status()).isEqualTo(200);
    }

    private static String expand(String message) {
        return message.replace('\'', '"')
                .replace("LONG", "x".repeat(4097))
                .replace("CARD0", card(0))
                .replace("CARD1", card(1))
                .replace(
                        "BUTTON", "{\"type\":\"reply\",\"reply\":{\"id\":\"1\",\"title\":\"Yes\"}}")
                .replace(
                        "ROWS",
                        "{\"id\":\"1\",\"title\":\"t\"},".repeat(10)
                                + "{\"id\":\"1\",\"title\":\"t\"}");
    }

    private static String card(int index) {
        return ("{'card_index':%d,'type':'cta_url','header':{'type':'image','image':{'link':'http://a'}},"
                        + "'action':{'name':'cta_url','parameters':{'display_text':'Go','url':'https://a.test'}}}")
                .formatted(index)
                .replace('\'', '"');
    }
}
