package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a message fills the blanks of its template, no more and no fewer. */
final class TemplateParameters {

    private static final Set<String> MEDIA = Set.of("IMAGE", "VIDEO", "DOCUMENT", "LOCATION");

    private TemplateParameters() {}

    /** Only an approved template can be sent. */
    static ObjectNode sendable(Optional<ObjectNode> template, String name, String language) {
        ObjectNode one = template.orElseThrow(() -> missing(name, language));
        return switch (Json.text(one, "status")) {
            case "APPROVED" -> one;
            case "PAUSED" -> throw Known.error(132015);
            case "DISABLED" -> throw Known.error(132016);
            default -> throw missing(name, language);
        };
    }

    private static GraphError missing(String name, String language) {
        return GraphError.of(
                404,
                132001,
                "Template name does not exist in the translation",
                "template name (" + name + ") does not exist in " + language);
    }

    static void check(JsonNode template, JsonNode message) {
        boolean named = Json.text(template, "parameter_format").equalsIgnoreCase("NAMED");
        header(
                FilledTemplate.component(template, "header"),
                FilledTemplate.component(message, "header").path("parameters"),
                named);
        texts(
                "body",
                FilledTemplate.component(template, "body"),
                FilledTemplate.component(message, "body").path("parameters"),
                named);
        buttons(FilledTemplate.component(template, "buttons").path("buttons"), message);
        cards(
                FilledTemplate.component(template, "carousel").path("cards"),
                FilledTemplate.component(message, "carousel").path("cards"),
                template);
    }

    private static void cards(JsonNode expected, JsonNode given, JsonNode template) {
        if (expected.size() != given.size()) {
            throw mismatch("carousel: number of cards", given.size(), expected.size());
        }
        for (int i = 0; i < expected.size(); i++) {
            ObjectNode card = expected.path(i).deepCopy().asObject();
            card.put("parameter_format", Json.text(template, "parameter_format"));
            check(card, given.path(i));
        }
    }

    private static void header(JsonNode header, JsonNode parameters, boolean named) {
        String format = Json.text(header, "format");
        if (!MEDIA.contains(format)) {
            texts("header", header, parameters, named);
            return;
        }
        String type = parameters.path(0).path("type").asString("unknown").toUpperCase(Locale.ROOT);
        JsonNode part = parameters.path(0).path(format.toLowerCase(Locale.ROOT));
        boolean filled = part.has("id") || part.has("link") || part.has("latitude");
        if (parameters.size() != 1 || !type.equals(format) || !filled) {
            throw GraphError.of(
                    400,
                    132012,
                    "Parameter format does not match format in the created template",
                    "header: Format mismatch, expected " + format + ", received " + type);
        }
    }

    private static void texts(String where, JsonNode component, JsonNode given, boolean named) {
        long expected = FilledTemplate.blanks(component);
        if (given.size() != expected) {
            throw mismatch(where + ": number of localizable_params", given.size(), expected);
        }
        Set<String> names =
                given.valueStream()
                        .map(one -> Json.text(one, "parameter_name"))
                        .collect(Collectors.toSet());
        if (named && expected > 0 && !names.equals(FilledTemplate.names(component))) {
            throw GraphError.parameter(
                    where + ": parameter_name must be one of " + FilledTemplate.names(component));
        }
        for (JsonNode one : given) {
            if (!List.of("text", "currency", "date_time").contains(Json.text(one, "type"))) {
                throw GraphError.of(
                        400,
                        132012,
                        "Parameter format does not match format in the created template",
                        where + ": expected text, received " + Json.text(one, "type"));
            }
            if (Json.text(one, "type").equals("text") && Json.text(one, "text").isEmpty()) {
                throw GraphError.missing(where + ": text");
            }
        }
    }

    private static void buttons(JsonNode buttons, JsonNode message) {
        for (int i = 0; i < buttons.size(); i++) {
            String type = Json.text(buttons.path(i), "type");
            boolean needed =
                    type.equals("COPY_CODE")
                            || type.equals("OTP")
                            || type.equals("URL")
                                    && FilledTemplate.BLANK
                                            .matcher(Json.text(buttons.path(i), "url"))
                                            .find();
            int given = FilledTemplate.button(message, i).path("parameters").size();
            if (needed && given != 1) {
                throw GraphError.missing(
                        "buttons: Button at index "
                                + i
                                + " of type "
                                + type
                                + " requires a parameter");
            }
            if (!needed && given > 0 && type.equals("URL")) {
                throw mismatch("buttons: Button at index " + i, given, 0);
            }
        }
    }

    private static GraphError mismatch(String what, long given, long expected) {
        return GraphError.of(
                400,
                132000,
                "Number of parameters does not match the expected number of params",
                what
                        + " ("
                        + given
                        + ") does not match the expected number of params ("
                        + expected
                        + ")");
    }
}
