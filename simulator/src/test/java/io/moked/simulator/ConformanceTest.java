package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds the simulator against Meta's own samples where a checkout has them beside it. */
class ConformanceTest {

    private static final List<String> TAKEN = List.of("text", "contacts", "location", "reaction");
    private static final Set<String> GIVEN_BY_META = Set.of("from", "id", "timestamp");

    @RegisterExtension private final Play play = new Play();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Text_Message",
                "Image_Message",
                "Location_Message",
                "Contact_Sharing_Message",
                "Button_Message",
                "Interactive_Button_Reply_Message",
                "Interactive_List_Reply_Message",
                "Reaction_Message",
                "Order_Message",
                "Unsupported_Message",
                "Text_Message_from_Click_to_WhatsApp_Ad",
                "Text_Message_with_Context_Product_Inquiry",
            })
    void postsEverythingMetasSampleHas(String name) throws Exception {
        JsonNode sample = sample("webhooks/facebook__openapi/webhook_" + name + ".json");
        ObjectNode message = sample.at("/entry/0/changes/0/value/messages/0").deepCopy().asObject();
        message.properties().removeIf(part -> GIVEN_BY_META.contains(part.getKey()));

        play.write(EMMA, message.toString());

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(paths(play.receiver().posted().getFirst().json())).containsAll(paths(sample));
    }

    /** What people, the business in its app and Meta do, against samples of the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "facebook__openapi/webhook_System_Message | customers/EMMA/number | {'phone':'15550100999'}",
                "david-lev__pywa/user_marketing_preferences.resume | customers/EMMA/chats/BLOOM/marketing | {'value':'resume'}",
                "david-lev__pywa/outgoing_message.text | numbers/BLOOM/echoes | {'to':'EMMA','type':'text','text':{'body':'Hi'}}",
                "david-lev__pywa/template_quality_update.yellow | templates/TEMPLATE | {'quality_score':'YELLOW'}",
                "david-lev__pywa/template_category_update.marketing | templates/TEMPLATE | {'category':'MARKETING'}",
                "david-lev__pywa/template_status_update.approved | templates/TEMPLATE | {'status':'APPROVED'}",
                "david-lev__pywa/template_status_update.rejected | templates/TEMPLATE | {'status':'REJECTED','reason':'SCAM'}",
                "Bindambc__whatsapp-business-java-api/qualityUpdate | numbers/BLOOM | {'quality_rating':'RED'}",
                "Bindambc__whatsapp-business-java-api/phoneNumberNameUpdate | numbers/BLOOM | {'name_status':'APPROVED'}",
                "Bindambc__whatsapp-business-java-api/accountBanned | numbers/BLOOM/webhooks | {'field':'account_update','event':'DISABLED_UPDATE'}",
                "Bindambc__whatsapp-business-java-api/accountRestricted | numbers/BLOOM/webhooks | {'field':'account_update','event':'ACCOUNT_RESTRICTION'}",
            })
    void tellsEverythingMetasSampleTells(String name, String path, String body) throws Exception {
        JsonNode sample = sample("webhooks/" + name + ".json");
        play.writeText(EMMA, "Hello");
        await().until(() -> play.receiver().posted().size() == 1);
        String template = play.graph("GET", "waba1/message_templates", "").text("/data/0/id");
        String put = path.matches("(templates|numbers)/[^/]+") ? "PUT" : "POST";

        Play.Reply reply =
                play.control(
                        put,
                        path.replace("EMMA", EMMA)
                                .replace("BLOOM", BLOOM)
                                .replace("TEMPLATE", template),
                        body.replace('\'', '"').replace("EMMA", EMMA));

        assertThat(reply.status()).isBetween(200, 204);
        await().until(() -> play.receiver().posted().size() == 2);
        JsonNode posted = play.receiver().posted().getLast().json();
        assertThat(posted.at("/entry/0/changes/0/field"))
                .isEqualTo(sample.at("/entry/0/changes/0/field"));
        assertThat(paths(posted))
                .containsAll(
                        paths(sample).stream()
                                .filter(one -> !one.contains("parent_user_id"))
                                .toList());
    }

    @Test
    void postsAMessageWithABusinessScopedUserIdExactlyAsSampled() throws Exception {
        JsonNode sample =
                sample(
                        "webhooks/Secreto31126__whatsapp-api-js/"
                                + "payloads_02_Incoming_message_With_phone_doesn_t_have_parent_bsuid.json");

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(paths(play.receiver().posted().getFirst().json())).isEqualTo(paths(sample));
    }

    @Test
    void answersEverySampleRequestInMetasShape() throws Exception {
        JsonNode collection = sample("postman/whatsapp-cloud-api.postman_collection.json");
        List<JsonNode> requests = requests(collection).toList();
        assertThat(requests).hasSizeGreaterThan(30);

        for (JsonNode request : requests) {
            Play.Reply reply = play.graph("POST", BLOOM + "/messages", request.toString());
            if (reply.status() != 200) {
                assertThat(request.path("type").asString("")).isNotIn(TAKEN);
                assertThat(reply.body().path("error").propertyNames())
                        .contains("message", "type", "code", "fbtrace_id");
            }
        }
    }

    private static Stream<JsonNode> requests(JsonNode folder) {
        Stream<JsonNode> own =
                Stream.of(folder.path("request"))
                        .filter(request ->
                                request.at("/url/raw").asString("").endsWith("/messages"))
                        .filter(request -> request.path("method").asString("").equals("POST"))
                        .flatMap(request -> parsed(request.at("/body/raw").asString("")).stream());
        return Stream.concat(
                own, folder.path("item").valueStream().flatMap(ConformanceTest::requests));
    }

    private static Optional<JsonNode> parsed(String body) {
        try {
            return Optional.of(
                    JsonMapper.shared().readTree(body.replaceAll("\\{\\{Recipient[^}]*}}", EMMA)));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static JsonNode sample(String path) throws IOException {
        Optional<Path> file =
                Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                        .map(folder -> folder.resolve("shared/data").resolve(path))
                        .filter(Files::exists)
                        .findFirst();
        assumeThat(file).as("Meta's samples beside the checkout").isPresent();
        return JsonMapper.shared().readTree(Files.readAllBytes(file.orElseThrow()));
    }

    /** The names of all fields from the root, whatever place they have in an array. */
    private static Set<String> paths(JsonNode node) {
        Set<String> paths = new TreeSet<>();
        collect(node, "", paths);
        return paths;
    }

    private static void collect(JsonNode node, String path, Set<String> paths) {
        paths.add(path);
        node.properties()
                .forEach(part -> collect(part.getValue(), path + "/" + part.getKey(), paths));
        if (node.isArray()) {
            node.forEach(one -> collect(one, path, paths));
        }
    }
}
