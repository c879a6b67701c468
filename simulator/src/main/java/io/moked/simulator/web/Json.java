package io.moked.simulator.web;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes JSON, plainly or the way Meta escapes it. */
public final class Json {

    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private static final JsonMapper META =
            JsonMapper.builder()
                    .enable(
                            JsonWriteFeature.ESCAPE_NON_ASCII,
                            JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                    .build();

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw Refusal.of(400, "Not valid JSON: " + e.getOriginalMessage());
        }
    }

    /** The text of a field, empty when it is absent or not a text. */
    public static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** Only ASCII, with lower-case escapes and escaped slashes: these bytes are what Meta signs. */
    public static byte[] escapedLikeMeta(JsonNode node) {
        return META.writeValueAsBytes(node);
    }
}
