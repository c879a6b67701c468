package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A template with its blanks filled, as the phone shows it. */
final class FilledTemplate {

    private static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    private FilledTemplate() {}

    static ObjectNode of(JsonNode template, JsonNode message) {
        ObjectNode filled = Json.object();
        for (String part : new String[] {"header", "body", "footer"}) {
            String text = Json.text(component(template, part), "text");
            if (!text.isEmpty()) {
                filled.put(part, fill(text, component(message, part).path("parameters")));
            }
        }
        component(template, "buttons")
                .path("buttons")
                .valueStream()
                .filter(button -> Json.text(button, "type").equals("QUICK_REPLY"))
                .forEach(button -> filled.withArray("replies").add(Json.text(button, "text")));
        return filled;
    }

    static JsonNode component(JsonNode template, String type) {
        return template.path("components")
                .valueStream()
                .filter(one -> Json.text(one, "type").equalsIgnoreCase(type))
                .findFirst()
                .orElseGet(Json::object);
    }

    /** How many different blanks a component has. */
    static long blanks(JsonNode component) {
        return BLANK.matcher(Json.text(component, "text"))
                .results()
                .map(MatchResult::group)
                .distinct()
                .count();
    }

    private static String fill(String text, JsonNode parameters) {
        return BLANK.matcher(text)
                .replaceAll(blank -> Matcher.quoteReplacement(value(parameters, blank.group(1))));
    }

    private static String value(JsonNode parameters, String blank) {
        JsonNode parameter =
                Character.isDigit(blank.charAt(0))
                        ? parameters.path(Integer.parseInt(blank) - 1)
                        : parameters
                                .valueStream()
                                .filter(one -> Json.text(one, "parameter_name").equals(blank))
                                .findFirst()
                                .orElseGet(Json::object);
        return Json.text(parameter, "text");
    }
}
