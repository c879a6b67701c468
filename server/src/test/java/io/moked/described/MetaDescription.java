package io.moked.described;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Meta's description of its API (OpenAPI, v23.0), together with what its pages have and the file
 * has not ({@code meta-gaps.yaml}). The file is Meta's and not ours to give away, so where it does
 * not lie beside the repository nothing is checked.
 *
 * <p>It closes what the file leaves open: a field that is described nowhere is a fault.
 */
public final class MetaDescription {

    static final Path FILE = Path.of("../../shared/data/openapi/business-messaging-api_v23.0.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    /** The token's exchange and its look, uploads by parts, and files: described elsewhere. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("/v[0-9.]+/(oauth/.*|debug_token|[^/]+/uploads|upload:.*)|/file/.*");

    private static final Pattern FORM_FIELD =
            Pattern.compile("name=\"(\\w+)\"(?:; filename=.*)?\r\n(?:.+\r\n)?\r\n([^\r]{0,100})");

    private static @Nullable MetaDescription only;

    private final ObjectNode whole;

    private MetaDescription(ObjectNode whole) {
        this.whole = whole;
    }

    /**
     * A request to Meta.
     *
     * @param type of its body, as its header tells
     */
    public record Request(
            String method, URI address, @Nullable String authorization, String type, byte[] body) {}

    public static boolean isHere() {
        return Files.exists(FILE);
    }

    public static synchronized MetaDescription get() {
        var known = only;
        if (known == null) {
            var whole = asMetaWroteIt();
            merge(whole, gaps());
            known = new MetaDescription(whole);
            whole.path("components").path("schemas").forEach(it -> close(it, false));
            known.bodies().forEach(it -> close(it, true));
            only = known;
        }
        return known;
    }

    static ObjectNode asMetaWroteIt() {
        try (var file = Files.newBufferedReader(FILE)) {
            return JSON.valueToTree(new Yaml().load(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static ObjectNode gaps() {
        return JSON.valueToTree(
                new Yaml().load(MetaDescription.class.getResourceAsStream("/meta-gaps.yaml")));
    }

    /** Objects grow, lists grow longer, and what is nothing in the gaps is taken away. */
    private static void merge(ObjectNode into, JsonNode gaps) {
        gaps.properties()
                .forEach(gap -> {
                    var there = into.path(gap.getKey());
                    if (gap.getValue().isNull()) {
                        into.remove(gap.getKey());
                    } else if (there instanceof ObjectNode object && gap.getValue().isObject()) {
                        merge(object, gap.getValue());
                    } else if (there instanceof ArrayNode list && gap.getValue().isArray()) {
                        gap.getValue().forEach(list::add);
                    } else {
                        into.set(gap.getKey(), gap.getValue());
                    }
                });
    }

    private Stream<JsonNode> bodies() {
        return whole.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(it -> it.path("requestBody").path("content").valueStream())
                .map(it -> it.path("schema"));
    }

    /** A part of a whole, such as one of its kinds, says nothing of the whole's other fields. */
    private static void close(JsonNode schema, boolean isWhole) {
        if (!(schema instanceof ObjectNode node)) {
            return;
        }
        node.remove("additionalProperties");
        if (isWhole && (node.size() > 1 || node.has("$ref")) && !isFree(node)) {
            node.put("unevaluatedProperties", false);
        }
        node.path("properties").forEach(it -> close(it, true));
        close(node.path("items"), true);
        Stream.of("allOf", "oneOf", "anyOf")
                .forEach(parts -> node.path(parts).forEach(it -> close(it, false)));
    }

    private static boolean isFree(JsonNode node) {
        return Stream.of("$ref", "properties", "allOf", "oneOf", "anyOf").noneMatch(node::has);
    }

    /** What is wrong with it; the description has one address for several kinds of nodes. */
    public List<String> faults(Request request) {
        var path = request.address().getPath();
        if (ELSEWHERE.matcher(path).matches()) {
            return List.of();
        }
        return whole.path("paths").properties().stream()
                .filter(it -> fits(it.getKey(), path))
                .map(it -> it.getValue().path(request.method().toLowerCase(java.util.Locale.ROOT)))
                .filter(JsonNode::isObject)
                .map(it -> faults(it, request))
                .min(Comparator.comparing(List::size))
                .orElse(List.of("There is no " + request.method() + " " + path));
    }

    private static boolean fits(String template, String path) {
        var wanted = template.split("/");
        var asked = path.split("/");
        return wanted.length == asked.length
                && IntStream.range(0, wanted.length)
                        .allMatch(it -> wanted[it].startsWith("{") || wanted[it].equals(asked[it]));
    }

    private List<String> faults(JsonNode operation, Request request) {
        return Stream.of(token(request), query(operation, request), body(operation, request))
                .flatMap(it -> it)
                .toList();
    }

    private static Stream<String> token(Request request) {
        var token = Objects.requireNonNullElse(request.authorization(), "");
        return token.matches("Bearer [\\w.-]+.*") ? Stream.empty() : Stream.of("No token");
    }

    private static Stream<String> query(JsonNode operation, Request request) {
        var query = request.address().getQuery();
        var known = operation.path("parameters").valueStream().toList();
        return query == null
                ? Stream.empty()
                : Stream.of(query.split("&"))
                        .map(it -> it.split("=")[0])
                        .filter(name ->
                                known.stream()
                                        .noneMatch(it -> it.path("name").asString("").equals(name)))
                        .map(name -> "There is nothing called " + name + " to ask for");
    }

    private Stream<String> body(JsonNode operation, Request request) {
        var type = request.type().split(";")[0];
        var described = operation.path("requestBody").path("content").path(type).path("schema");
        if (request.body().length == 0
                && operation.path("requestBody").path("required").isMissingNode()) {
            return Stream.empty();
        }
        if (described.isMissingNode()) {
            return Stream.of("There is no body of type " + type);
        }
        var body =
                type.startsWith("multipart/")
                        ? form(request.body())
                        : JSON.readTree(request.body());
        return errors(kindOf(described, body), body).stream();
    }

    private static ObjectNode form(byte[] body) {
        var form = JSON.createObjectNode();
        var fields = FORM_FIELD.matcher(new String(body, StandardCharsets.ISO_8859_1));
        while (fields.find()) {
            form.put(fields.group(1), fields.group(2));
        }
        return form;
    }

    /** A message tells its kind, and so do what is wrong with it better than all kinds together. */
    private JsonNode kindOf(JsonNode described, JsonNode body) {
        if (!described.path("$ref").asString("").endsWith("/Message")) {
            return described;
        }
        var kinds = whole.at("/components/schemas/Message/discriminator/mapping");
        var kind =
                body.path("status").isMissingNode()
                        ? kinds.path(body.path("type").asString("")).asString("no such kind")
                        : "#/components/schemas/MarkMessageRequestPayload";
        return JSON.createObjectNode().put("$ref", kind).put("unevaluatedProperties", false);
    }

    List<String> errors(JsonNode described, JsonNode body) {
        var schema = ((ObjectNode) described).deepCopy();
        schema.set("components", whole.path("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(body)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
