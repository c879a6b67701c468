package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.Offered;
import io.moked.channel.OutboundMessage;
import io.moked.channel.Recipient;
import io.moked.media.MediaId;
import io.moked.whatsapp.OutboundRequests.Uploaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What we send is what Meta's description of the API (OpenAPI, v23.0) allows. The file is Meta's
 * and not ours to give away, so where it does not lie beside the repository there is nothing to do.
 */
class MetaDescriptionTest {

    private static final Path FILE =
            Path.of("../../shared/data/openapi/business-messaging-api_v23.0.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    /** Kinds that Meta's pages have and this file has not. */
    private static final Set<String> UNKNOWN_TO_IT =
            Set.of("cta_url", "location_request_message", "contact_request", "carousel");

    private static final MediaId FILE_ID = new MediaId(UUID.randomUUID());
    private static final UUID REFERENCE = UUID.randomUUID();

    private static JsonNode description = JSON.createObjectNode();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(FILE), "Meta's description is not here");
        try (var file = Files.newBufferedReader(FILE)) {
            description = JSON.valueToTree(new Yaml().load(file));
        }
    }

    static Stream<Arguments> everythingWeSend() {
        return Stream.concat(plain(), offered().map(it -> arguments("interactive", offer(it))));
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
                new Offered.Catalogue("rose"));
    }

    private static Content offer(Offered offered) {
        var header = new Content.Header("Above", null, null);
        return new Content.Offer(header, "words", "under", offered);
    }

    @ParameterizedTest
    @MethodSource("everythingWeSend")
    void isAsMetaDescribesIt(String type, Content content) {
        var request = request(content);
        assertThat(request.path("type").asString()).isEqualTo(type);
        if (!UNKNOWN_TO_IT.contains(request.path("interactive").path("type").asString(""))) {
            var name = type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1);
            assertThat(errors(name + "Message", request)).isEmpty();
        }
    }

    /** What the file does not have is not left out for longer than it has to be. */
    @ParameterizedTest
    @MethodSource("everythingWeSend")
    void theGapsAreStillThere(String type, Content content) {
        var request = request(content);
        if (UNKNOWN_TO_IT.contains(request.path("interactive").path("type").asString(""))) {
            assertThat(errors("InteractiveMessage", request)).isNotEmpty();
        }
    }

    @Test
    void seesWhatIsWrong() {
        var request = request(new Content.Text("words", null));
        ((ObjectNode) request.path("text")).put("preview_url", "perhaps");
        assertThat(errors("TextMessage", request)).isNotEmpty();
    }

    private static ObjectNode request(Content content) {
        var message =
                new OutboundMessage(
                        REFERENCE,
                        new ChannelId(UUID.randomUUID()),
                        new Recipient("15550100", null),
                        content,
                        "wamid.quoted");
        return OutboundRequests.of(message, Map.of(FILE_ID, new Uploaded("1", "a.pdf")))
                .orElseThrow();
    }

    /**
     * The file says of each kind that it has no field but its own, and of all kinds together that
     * they have others; so what it says of their fields counts, and that there are no others does
     * not.
     */
    private static List<String> errors(String kind, JsonNode request) {
        var whole = (ObjectNode) description.deepCopy();
        whole.path("components")
                .path("schemas")
                .path(kind)
                .path("allOf")
                .forEach(it -> ((ObjectNode) it).remove("additionalProperties"));
        whole.put("$ref", "#/components/schemas/" + kind);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(request)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
