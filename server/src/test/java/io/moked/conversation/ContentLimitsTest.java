package io.moked.conversation;

import static io.moked.Outbound.errors;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.MokedTest;
import io.moked.Outbound;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes beyond Meta's limits is refused before it is queued, with the field that does. */
@MokedTest
class ContentLimitsTest extends Journey {

    private static final Pattern REPEATED = Pattern.compile("x\\*(\\d+)");

    /** Field, rule, and what breaks it; {@code x*3} is {@code xxx}. */
    private static final String TOO_MUCH =
            """
            content.type                     unknown-value {'type':'poll'}
            content.body                     missing       {'type':'text','body':' '}
            content.body                     too-long      {'type':'text','body':'x*4097'}
            content.caption                  too-long      {'type':'document','mediaId':'PAPER','caption':'x*1025'}
            content.caption                  not-allowed   {'type':'sticker','mediaId':'STICKER','caption':'x'}
            content.mediaId                  missing       {'type':'sticker'}
            content.place                    missing       {'type':'location'}
            content.place.latitude           NotNull       {'type':'location','place':{'longitude':0}}
            content.place.latitude           out-of-range  {'type':'location','place':{'latitude':90.1,'longitude':0}}
            content.place.longitude          out-of-range  {'type':'location','place':{'latitude':0,'longitude':-180.1}}
            content.place.name               too-long      {'type':'location','place':{'latitude':0,'longitude':0,'name':'x*257'}}
            content.people                   missing       {'type':'contacts'}
            content.people                   out-of-range  {'type':'contacts','people':[{'name':'x'},{'name':'x'},{'name':'x'},{'name':'x'},{'name':'x'},{'name':'x'}]}
            content.people[0].name           missing       {'type':'contacts','people':[{'phones':['1']}]}
            content.people[0].phones         missing       {'type':'contacts','people':[{'name':'x','phones':['']}]}
            content.emoji                    unknown-value {'type':'reaction','emoji':'ok'}
            content.emoji                    unknown-value {'type':'reaction','emoji':'👍👍'}
            content.body                     missing       {'type':'menu','offer':{'buttons':[{'title':'Yes'}]}}
            content.body                     too-long      {'type':'menu','body':'x*1025','offer':{'buttons':[{'title':'Yes'}]}}
            content.offer.buttons            missing       {'type':'menu','body':'x'}
            content.offer.buttons            out-of-range  {'type':'menu','body':'x','offer':{'buttons':[]}}
            content.offer.buttons            out-of-range  {'type':'menu','body':'x','offer':{'buttons':[{'title':'1'},{'title':'2'},{'title':'3'},{'title':'4'}]}}
            content.offer.buttons            repeated      {'type':'menu','body':'x','offer':{'buttons':[{'title':'1'},{'title':'1'}]}}
            content.offer.buttons[0].title   too-long      {'type':'menu','body':'x','offer':{'buttons':[{'title':'x*21'}]}}
            content.offer.buttons[0].id      too-long      {'type':'menu','body':'x','offer':{'buttons':[{'title':'x','id':'x*257'}]}}
            content.offer.header.text        too-long      {'type':'menu','body':'x','offer':{'header':{'type':'text','text':'x*61'},'buttons':[{'title':'1'}]}}
            content.offer.header.type        unknown-value {'type':'menu','body':'x','offer':{'header':{'type':'audio','mediaId':'PAPER'},'buttons':[{'title':'1'}]}}
            content.offer.footer             too-long      {'type':'menu','body':'x','offer':{'footer':'x*61','buttons':[{'title':'1'}]}}
            content.offer.buttons            not-allowed   {'type':'menu','body':'x','offer':{'buttons':[{'title':'1'}],'list':{'button':'x','sections':[{'rows':[{'title':'1'}]}]}}}
            content.offer.list.button        too-long      {'type':'menu','body':'x','offer':{'list':{'button':'x*21','sections':[{'rows':[{'title':'1'}]}]}}}
            content.offer.list.sections      missing       {'type':'menu','body':'x','offer':{'list':{'button':'x'}}}
            content.offer.list.sections[0].title missing   {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'rows':[{'title':'1'}]},{'title':'b','rows':[{'title':'1'}]}]}}}
            content.offer.list.sections[0].title too-long  {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'title':'x*25','rows':[{'title':'1'}]}]}}}
            content.offer.list.sections[0].rows out-of-range {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'rows':[]}]}}}
            content.offer.list.sections      out-of-range  {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'title':'a','rows':[ROW,ROW,ROW,ROW,ROW,ROW]},{'title':'b','rows':[ROW,ROW,ROW,ROW,ROW]}]}}}
            content.offer.list.sections      repeated      {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'rows':[{'id':'1','title':'1'},{'id':'1','title':'2'}]}]}}}
            content.offer.list.sections[0].rows[0].title too-long {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'rows':[{'title':'x*25'}]}]}}}
            content.offer.list.sections[0].rows[0].description too-long {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'rows':[{'title':'x','description':'x*73'}]}]}}}
            content.offer.list.sections[0].rows[0].id too-long {'type':'menu','body':'x','offer':{'list':{'button':'x','sections':[{'rows':[{'title':'x','id':'x*201'}]}]}}}
            content.offer.link               missing       {'type':'link','body':'x'}
            content.offer.link.button        too-long      {'type':'link','body':'x','offer':{'link':{'button':'x*21','url':'https://test.example'}}}
            content.offer.link.url           unknown-value {'type':'link','body':'x','offer':{'link':{'button':'x','url':'javascript:alert(1)'}}}
            content.offer.footer             not-allowed   {'type':'location-request','body':'x','offer':{'footer':'x'}}
            content.body                     missing       {'type':'contact-request'}
            content.offer.flow.flowId        missing       {'type':'flow','body':'x','offer':{'flow':{'button':'x'}}}
            content.offer.flow.flowName      not-allowed   {'type':'flow','body':'x','offer':{'flow':{'flowId':'1','flowName':'x','button':'x'}}}
            content.offer.flow.button        too-long      {'type':'flow','body':'x','offer':{'flow':{'flowId':'1','button':'x*31'}}}
            content.offer.flow.values        unknown-value {'type':'flow','body':'x','offer':{'flow':{'flowId':'1','button':'x','screen':'S','values':'[1]'}}}
            content.offer.cards              missing       {'type':'carousel','body':'x'}
            content.offer.cards              out-of-range  {'type':'carousel','body':'x','offer':{'cards':[CARD]}}
            content.offer.cards              out-of-range  {'type':'carousel','body':'x','offer':{'cards':[CARD,CARD,CARD,CARD,CARD,CARD,CARD,CARD,CARD,CARD,CARD]}}
            content.offer.cards[0].body      too-long      {'type':'carousel','body':'x','offer':{'cards':[{'type':'image','mediaId':'PICTURE','body':'x*161'},CARD]}}
            content.offer.cards[0].body      out-of-range  {'type':'carousel','body':'x','offer':{'cards':[{'type':'image','mediaId':'PICTURE','body':'1\\n2\\n3\\n4'},CARD]}}
            content.offer.cards[1].type      not-allowed   {'type':'carousel','body':'x','offer':{'cards':[CARD,{'type':'video','mediaId':'PICTURE'}]}}
            content.offer.products           missing       {'type':'product'}
            content.offer.products.catalogId missing       {'type':'product','offer':{'products':{'sections':[{'products':['1']}]}}}
            content.offer.products.sections  out-of-range  {'type':'product','offer':{'products':{'catalogId':'c','sections':[{'products':['1','2']}]}}}
            content.offer.header             missing       {'type':'product-list','body':'x','offer':{'products':{'catalogId':'c','sections':[{'products':['1']}]}}}
            content.offer.products.sections  out-of-range  {'type':'product-list','body':'x','offer':{'header':{'type':'text','text':'x'},'products':{'catalogId':'c','sections':[{'title':'a','products':[TWENTY]},{'title':'b','products':[TWENTY]}]}}}
            content.offer.products.sections  out-of-range  {'type':'carousel','body':'x','offer':{'products':{'catalogId':'c','sections':[{'products':['1']}]}}}
            content.offer.header             not-allowed   {'type':'catalog','body':'x','offer':{'header':{'type':'text','text':'x'}}}
            """;

    static Stream<Arguments> tooMuch() {
        return TOO_MUCH.lines().map(it -> arguments((Object[]) it.split(" +", 3)));
    }

    @ParameterizedTest
    @MethodSource
    void tooMuch(String field, String rule, String content) {
        var to = new Outbound(this);

        var refused = to.reply(filled(content, to));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(errors(refused)).isEqualTo(Map.of(field, rule));
        assertThat(to.messages()).hasSize(1);
        assertThat(GraphStub.get().acceptedFor(to.phone)).isEmpty();
    }

    private String filled(String content, Outbound to) {
        var picture = content.contains("PICTURE") || content.contains("CARD") ? to.picture() : "";
        var card =
                "{'type':'image','mediaId':'%s','link':{'button':'x','url':'https://test.example'}}"
                        .formatted(picture);
        var whole =
                content.replace("CARD", card)
                        .replace("PICTURE", picture)
                        .replace("ROW", "{'title':'1'}")
                        .replace("TWENTY", "'1',".repeat(19) + "'1'")
                        .replace("STICKER", content.contains("STICKER") ? sticker() : "")
                        .replace("PAPER", content.contains("PAPER") ? paper() : "");
        return REPEATED.matcher(whole).replaceAll(it -> "x".repeat(Integer.parseInt(it.group(1))));
    }

    private String paper() {
        var pdf = agent.upload("a.pdf", "application/pdf", "%PDF-1.7".getBytes(ISO_8859_1));
        return pdf.body().path("id").asString();
    }

    private String sticker() {
        var webp = "RIFF\0\0\0\0WEBPVP8 ".getBytes(ISO_8859_1);
        return agent.upload("s.webp", "image/webp", webp).body().path("id").asString();
    }

    /** An emoji beyond the basic plane counts twice, as it does in browsers. */
    @Test
    void countsInCodeUnits() {
        var to = new Outbound(this);
        var content = "{'type':'menu','body':'x','offer':{'buttons':[{'title':'%s'}]}}";
        assertThat(errors(to.reply(content.formatted("🌹".repeat(11))))).hasSize(1);
        to.sent(content.formatted("🌹".repeat(10)));
    }

    @Test
    void aStickerThatStandsStillMayBeSmallerOnly() {
        var still = new byte[100 * 1024 + 1];
        System.arraycopy("RIFF\0\0\0\0WEBPVP8 ".getBytes(ISO_8859_1), 0, still, 0, 16);
        assertThat(agent.upload("s.webp", "image/webp", still).code()).isEqualTo("media-too-large");
        var moving = new byte[500 * 1024];
        System.arraycopy("RIFF\0\0\0\0WEBPVP8X".getBytes(ISO_8859_1), 0, moving, 0, 16);
        moving[20] = 2;
        assertThat(agent.upload("s.webp", "image/webp", moving).status()).isEqualTo(201);
    }

    @Test
    void theLimitsAreTold() {
        var offers = agent.get("/limits").path("offers");
        assertThat(offers.path("buttons").asInt()).isEqualTo(3);
        assertThat(offers.path("buttonCharacters").asInt()).isEqualTo(20);
        assertThat(offers.path("rows").asInt()).isEqualTo(10);
    }
}
