package io.moked.whatsapp;

import static io.moked.Outbound.json;
import static io.moked.Outbound.said;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.MokedTest;
import io.moked.Outbound;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of message, from the API to the very JSON that Meta gets. */
@MokedTest
class OutboundKindsTest extends Journey {

    /** What is asked for, and under it what goes out. */
    private static final String KINDS =
            """
            {'type':'text','body':'https://test.example'}
            {'type':'text','text':{'body':'https://test.example','preview_url':true}}

            {'type':'text','body':'https://test.example','preview':false}
            {'type':'text','text':{'body':'https://test.example','preview_url':false}}

            {'type':'location','place':{'latitude':32.0853,'longitude':34.7818,'name':'Square','address':'Gabirol 69'}}
            {'type':'location','location':{'latitude':'32.0853','longitude':'34.7818','name':'Square','address':'Gabirol 69'}}

            {'type':'location','place':{'latitude':-0.00001,'longitude':180}}
            {'type':'location','location':{'latitude':'-0.000010','longitude':'180.0'}}

            {'type':'contacts','people':[{'name':'Dana Levi','organization':'Bloom','phones':['+972501234567'],'emails':['dana@bloom.example']},{'name':'Noa'}]}
            {'type':'contacts','contacts':[{'name':{'formatted_name':'Dana Levi','first_name':'Dana Levi'},'org':{'company':'Bloom'},'phones':[{'phone':'+972501234567'}],'emails':[{'email':'dana@bloom.example'}]},{'name':{'formatted_name':'Noa','first_name':'Noa'}}]}

            {'type':'menu','body':'Which?','offer':{'header':{'type':'text','text':'Bouquets'},'footer':'Until noon','buttons':[{'title':'Red'},{'id':'w','title':'White'}]}}
            {'type':'interactive','interactive':{'type':'button','header':{'type':'text','text':'Bouquets'},'body':{'text':'Which?'},'footer':{'text':'Until noon'},'action':{'buttons':[{'type':'reply','reply':{'id':'button-1','title':'Red'}},{'type':'reply','reply':{'id':'w','title':'White'}}]}}}

            {'type':'menu','body':'When?','offer':{'list':{'button':'Days','sections':[{'title':'This week','rows':[{'id':'mon','title':'Monday','description':'at noon'}]},{'title':'Next week','rows':[{'title':'Friday'}]}]}}}
            {'type':'interactive','interactive':{'type':'list','body':{'text':'When?'},'action':{'button':'Days','sections':[{'title':'This week','rows':[{'id':'mon','title':'Monday','description':'at noon'}]},{'title':'Next week','rows':[{'id':'row-2','title':'Friday'}]}]}}}

            {'type':'link','body':'Our shop','offer':{'link':{'button':'Open','url':'https://test.example/a?b=c'}}}
            {'type':'interactive','interactive':{'type':'cta_url','body':{'text':'Our shop'},'action':{'name':'cta_url','parameters':{'display_text':'Open','url':'https://test.example/a?b=c'}}}}

            {'type':'location-request','body':'Where?'}
            {'type':'interactive','interactive':{'type':'location_request_message','body':{'text':'Where?'},'action':{'name':'send_location'}}}

            {'type':'contact-request','body':'Your number?'}
            {'type':'interactive','interactive':{'type':'contact_request','body':{'text':'Your number?'},'action':{'name':'request_contact_info'}}}

            {'type':'flow','body':'Book','offer':{'flow':{'flowId':'77','button':'Book now','token':'t1','screen':'FIRST','values':'{\\'day\\':1}'}}}
            {'type':'interactive','interactive':{'type':'flow','body':{'text':'Book'},'action':{'name':'flow','parameters':{'flow_message_version':'3','flow_cta':'Book now','flow_token':'t1','flow_id':'77','flow_action':'navigate','flow_action_payload':{'screen':'FIRST','data':{'day':1}}}}}}

            {'type':'product','offer':{'products':{'catalogId':'c1','sections':[{'products':['rose']}]}}}
            {'type':'interactive','interactive':{'type':'product','action':{'catalog_id':'c1','product_retailer_id':'rose'}}}

            {'type':'product-list','body':'All','offer':{'header':{'type':'text','text':'Flowers'},'products':{'catalogId':'c1','sections':[{'title':'Red','products':['rose','tulip']},{'title':'White','products':['lily']}]}}}
            {'type':'interactive','interactive':{'type':'product_list','header':{'type':'text','text':'Flowers'},'body':{'text':'All'},'action':{'catalog_id':'c1','sections':[{'title':'Red','product_items':[{'product_retailer_id':'rose'},{'product_retailer_id':'tulip'}]},{'title':'White','product_items':[{'product_retailer_id':'lily'}]}]}}}

            {'type':'catalog','body':'Look','offer':{'products':{'sections':[{'products':['rose']}]}}}
            {'type':'interactive','interactive':{'type':'catalog_message','body':{'text':'Look'},'action':{'name':'catalog_message','parameters':{'thumbnail_product_retailer_id':'rose'}}}}

            {'type':'carousel','body':'Two','offer':{'products':{'catalogId':'c1','sections':[{'products':['rose','lily']}]}}}
            {'type':'interactive','interactive':{'type':'carousel','body':{'text':'Two'},'action':{'cards':[{'card_index':0,'type':'product','action':{'catalog_id':'c1','product_retailer_id':'rose'}},{'card_index':1,'type':'product','action':{'catalog_id':'c1','product_retailer_id':'lily'}}]}}}
            """;

    static Stream<Arguments> kinds() {
        return Stream.of(KINDS.split("\n\n"))
                .map(it -> arguments((Object[]) it.strip().split("\n")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void goesOutInMetasWordsAndIsToldAsItWasWanted(String wanted, String expected) {
        var to = new Outbound(this);

        var sent = to.sent(wanted);

        assertThat(said(sent)).isEqualTo(json(expected));
        var told = to.messages().getFirst().path("content");
        assertThat(told.path("type")).isEqualTo(json(wanted).path("type"));
    }

    @Test
    void aStickerIsAFileOfItsOwnKind() {
        var to = new Outbound(this);
        var webp = "RIFF\0\0\0\0WEBPVP8 ".getBytes(ISO_8859_1);
        var media = agent.upload("smile.webp", "image/webp", webp).body();

        var sent =
                to.sent("{'type':'sticker','mediaId':'%s'}".formatted(media.path("id").asString()));

        assertThat(sent.path("sticker").path("id").asString()).startsWith("uploaded-");
        assertThat(sent.path("sticker").size()).isEqualTo(1);
    }

    @Test
    void thePicturesAboveButtonsAndOnCardsAreUploadedFirst() {
        var to = new Outbound(this);
        var picture = to.picture();
        var above =
                to.sent(
                        "{'type':'menu','body':'This one?','offer':{'header':{'type':'image','mediaId':'%s'},'buttons':[{'title':'Yes'}]}}"
                                .formatted(picture));
        var card =
                "{'type':'image','mediaId':'%s','body':'A rose','link':{'button':'Buy','url':'https://test.example'}}"
                        .formatted(picture);
        var cards =
                to.sent(
                        "{'type':'carousel','body':'Two','offer':{'cards':[%s,%s]}}"
                                .formatted(card, card));

        var header = above.path("interactive").path("header");
        assertThat(header.path("type").asString()).isEqualTo("image");
        assertThat(GraphStub.get().uploaded(header.path("image").path("id").asString()))
                .contains("image/png");
        var second = cards.path("interactive").path("action").path("cards").path(1);
        assertThat(second.path("card_index").asInt()).isEqualTo(1);
        assertThat(second.path("body").path("text").asString()).isEqualTo("A rose");
        assertThat(second.path("header").path("image").path("id").asString())
                .startsWith("uploaded-");
        assertThat(second.path("action").path("parameters").path("url").asString())
                .isEqualTo("https://test.example");
        var told = to.messages().getFirst().path("content").path("details").path("offer");
        assertThat(told.path("cards").path(0).path("media").path("mimeType").asString())
                .isEqualTo("image/png");
    }

    @Test
    void theAnswersOfAFlowNameItsMessageWhereNobodyChoseAToken() {
        var to = new Outbound(this);
        var sent =
                to.sent(
                        "{'type':'flow','body':'Book','offer':{'flow':{'flowName':'booking','button':'Book'}}}");
        var parameters = sent.path("interactive").path("action").path("parameters");
        assertThat(parameters.path("flow_token")).isEqualTo(sent.path("biz_opaque_callback_data"));
        assertThat(parameters.path("flow_name").asString()).isEqualTo("booking");
    }

    @Test
    void somethingToBeTappedCanAnswerAMessageExpressly() {
        var to = new Outbound(this);
        var sent =
                to.sent(
                        "{'type':'menu','body':'Which?','offer':{'buttons':[{'title':'Red'}]}}",
                        to.theirs());
        assertThat(sent.path("context").path("message_id").asString()).isEqualTo(to.wamid);
    }
}
