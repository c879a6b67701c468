package io.moked.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.Offered;
import io.moked.channel.OutboundMessage;
import io.moked.channel.Recipient;
import io.moked.channel.TemplateFace;
import io.moked.channel.TemplateFace.OneTimeCode;
import io.moked.channel.TemplateFace.Value;
import io.moked.channel.TemplateFace.Words;
import io.moked.described.MetaDescription;
import io.moked.described.MetaDescription.Request;
import io.moked.media.MediaId;
import io.moked.whatsapp.OutboundRequests.Uploaded;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every message we send is as Meta describes it. What else we ask of Meta is held to the same by
 * every test that meets {@link io.moked.GraphStub}.
 */
class MetaDescriptionTest {

    private static final MediaId FILE_ID = new MediaId(UUID.randomUUID());
    private static final UUID REFERENCE = UUID.randomUUID();

    @BeforeAll
    static void isHere() {
        assumeTrue(MetaDescription.isHere(), "Meta's description is not here");
    }

    static Stream<Arguments> everyMessageWeSend() {
        return Stream.of(
                        plain(),
                        offered().map(it -> arguments("interactive", offer(it))),
                        Templates.all().map(it -> arguments("template", it)))
                .flatMap(it -> it);
    }

    private static Stream<Arguments> plain() {
        var dana = new Content.Card("Dana", "Bloom", List.of("+1"), List.of("d@test.example"));
        return Stream.of(
                arguments("text", new Content.Text("words", false)),
                arguments("image", file(FileKind.IMAGE, "c")),
                arguments("audio", file(FileKind.AUDIO, null)),
                arguments("video", file(FileKind.VIDEO, null)),
                arguments("document", file(FileKind.DOCUMENT, "c")),
                arguments("sticker", file(FileKind.STICKER, null)),
                arguments("location", new Content.Location(32.08, -34.78, "Square", null)),
                arguments("contacts", new Content.Cards(List.of(dana))),
                arguments("reaction", new Content.Reaction("👍")));
    }

    private static Content file(FileKind kind, @Nullable String caption) {
        return new Content.File(kind, FILE_ID, caption, kind == FileKind.AUDIO);
    }

    private static Stream<Offered> offered() {
        var rows = List.of(new Offered.Row("r", "Monday", "noon"));
        return Stream.of(
                new Offered.Buttons(List.of(new Offered.Button("b", "Yes"))),
                new Offered.Rows("Days", List.of(new Offered.Section("Week", rows))),
                new Offered.Link("Open", "https://test.example"),
                new Offered.AskPlace(),
                new Offered.AskNumber(),
                new Offered.OpenForm("1", null, "Book", null, "S", "{\"a\":1}"),
                new Offered.ProductCards("c", List.of("rose", "lily")),
                new Offered.Product("c", "rose"),
                new Offered.Products("c", List.of(new Offered.Shelf("Red", List.of("rose")))),
                new Offered.Catalogue("rose"),
                new Offered.Catalogue(null),
                new Offered.Cards(List.of(CARD, CARD)));
    }

    private static final Offered.Card CARD =
            new Offered.Card(
                    FileKind.IMAGE,
                    FILE_ID,
                    "A rose",
                    new Offered.Link("Buy", "https://test.example"));

    private static Content offer(Offered offered) {
        var header = new Content.Header("Above", null, null);
        return new Content.Offer(header, "words", "under", offered);
    }

    @ParameterizedTest
    @MethodSource("everyMessageWeSend")
    void isAsMetaDescribesIt(String type, Content content) {
        var request = request(content, new Recipient("15550100", null));
        assertThat(request.path("type").asString()).isEqualTo(type);
        assertThat(faults(request)).isEmpty();
    }

    @Test
    void somebodyWhoseNumberNobodyKnowsIsNamedOtherwise() {
        var nameless = new Recipient(null, "US.13491208655302741918");
        assertThat(faults(request(new Content.Text("words", true), nameless))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readMarksAreAsMetaDescribesThem(boolean isWritten) {
        assertThat(faults(OutboundRequests.read("wamid.read", isWritten))).isEmpty();
    }

    @Test
    void seesWhatIsWrong() {
        var request = request(new Content.Text("words", null), new Recipient("15550100", null));
        ((ObjectNode) request.path("text")).put("preview_url", "perhaps");
        assertThat(faults(request)).isNotEmpty();
    }

    @Test
    void seesWhatIsNotDescribedAnywhere() {
        var request = request(new Content.Text("words", null), new Recipient("15550100", null));
        ((ObjectNode) request.path("text")).put("colour", "red");
        assertThat(faults(request)).isNotEmpty();
    }

    private static List<String> faults(ObjectNode request) {
        return MetaDescription.get()
                .faults(
                        new Request(
                                "POST",
                                URI.create("/v23.0/1/messages"),
                                "Bearer a-token",
                                "application/json",
                                request.toString().getBytes(UTF_8)));
    }

    private static ObjectNode request(Content content, Recipient recipient) {
        var message =
                new OutboundMessage(
                        REFERENCE,
                        new ChannelId(UUID.randomUUID()),
                        recipient,
                        content,
                        "wamid.quoted");
        return OutboundRequests.of(message, Map.of(FILE_ID, new Uploaded("1", "a.pdf")))
                .orElseThrow();
    }

    /** Templates of every make. */
    private static final class Templates {

        private static final Words GREETING =
                new Words(
                        "Hello Dana, 7", List.of(new Value("name", "Dana"), new Value(null, "7")));

        static Stream<Content> all() {
            var place = new Content.Location(32.08, -34.78, "Square", "Gabirol 69");
            var headers =
                    Stream.of(
                            null,
                            new TemplateFace.Title(GREETING),
                            new TemplateFace.Attached(FileKind.IMAGE, FILE_ID),
                            new TemplateFace.Attached(FileKind.VIDEO, FILE_ID),
                            new TemplateFace.Attached(FileKind.DOCUMENT, FILE_ID),
                            new TemplateFace.Place(place));
            var card = face(new TemplateFace.Attached(FileKind.IMAGE, FILE_ID), buttons());
            var plain = face(null, List.of());
            return Stream.concat(
                    headers.map(it -> template(face(it, buttons()), List.of())),
                    Stream.of(
                            template(plain, List.of(card, card)),
                            template(
                                    face(null, List.of(new OneTimeCode("Copy", "123"))),
                                    List.of())));
        }

        private static List<TemplateFace.Button> buttons() {
            return List.of(
                    new TemplateFace.QuickReply("Yes", "yes"),
                    new TemplateFace.QuickReply("No", null),
                    new TemplateFace.Link("Open", "https://test.example/a", "a"),
                    new TemplateFace.Call("Call", "+15550100"),
                    new TemplateFace.Code("Save", "LESS"),
                    new TemplateFace.OpenForm("Book", "token"),
                    new TemplateFace.OpenForm("Book", null));
        }

        private static TemplateFace face(
                TemplateFace.@Nullable Top header, List<TemplateFace.Button> buttons) {
            return new TemplateFace(header, GREETING, "under", buttons);
        }

        private static Content template(TemplateFace face, List<TemplateFace> cards) {
            return new Content.Template(UUID.randomUUID(), "greeting", "he", face, cards);
        }
    }
}
