package io.moked.graph;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Texts of Meta's JSON as the database can keep them. */
public final class Json {

    /** NUL and half a pair of surrogates: to the database neither is text. */
    private static final Pattern NO_LETTER = Pattern.compile("[\\x00\\p{Cs}]");

    private Json() {}

    public static @Nullable String text(JsonNode node, String field) {
        var text = node.path(field).asString("");
        return text.isEmpty() ? null : storable(text);
    }

    public static String required(JsonNode node, String field) {
        var text = text(node, field);
        if (text == null) {
            throw new IllegalArgumentException("A webhook item lacks its " + field);
        }
        return text;
    }

    /** This field of each of them that has it. */
    public static List<String> texts(JsonNode nodes, String field) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> text(node, field))
                .filter(text -> text != null)
                .toList();
    }

    /** Nearly every text is one already, and looking at it costs little. */
    public static String storable(String text) {
        if (text.chars().noneMatch(it -> it == 0 || Character.isSurrogate((char) it))) {
            return text;
        }
        return NO_LETTER.matcher(text).replaceAll("\uFFFD");
    }
}
