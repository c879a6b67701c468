package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import tools.jackson.databind.JsonNode;

/** Refuses what is missing, too long or too many. */
final class Limit {

    private Limit() {}

    static void required(JsonNode part, String field) {
        if (!part.hasNonNull(field)
                || part.path(field).isString() && Json.text(part, field).isEmpty()) {
            throw GraphError.missing(field);
        }
    }

    static void length(String what, String text, int most) {
        if (text.length() > most) {
            throw GraphError.invalid(what + " length invalid. Min length: 1, Max length: " + most);
        }
    }

    /** A text that has to be there and no longer than this. */
    static void text(String what, JsonNode part, String field, int most) {
        required(part, field);
        length(what, Json.text(part, field), most);
    }

    static void count(String what, int count, int least, int most) {
        if (count < least || count > most) {
            throw GraphError.invalid(
                    "Invalid "
                            + what
                            + " count. Min allowed "
                            + what
                            + ": "
                            + least
                            + ", Max allowed "
                            + what
                            + ": "
                            + most);
        }
    }
}
