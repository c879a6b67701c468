package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A template with its blanks filled, as the phone shows it. */
final class FilledTemplate {

    static final Pattern BLANK = Pattern.compile("\\{\\{(\\w+)}}");

    private FilledTemplate() {}

    static ObjectNode of(JsonNode template, JsonNode message) {
        ObjectNode filled = Json.object();
        for (String part : new String[] {"header", "body", "footer"}) {
            String text = Json.text(component(template, part), "text");
            if (!text.isEmpty()) {
                filled.put(part, fill(text, component(message, part).path("parameters")));
            }
        }
        JsonNode media = component(message, "header").path("parameters").path(0);
        if (!media.isMissingNode() && !Json.text(media, "type").equals("text")) {
            filled.set("media", media);
        }
        JsonNode buttons = component(template, "buttons").path("buttons");
        for (int i = 0; i < buttons.size(); i++) {
            filled.withArray("buttons").add(button(buttons.path(i), button(message, i)));
        }
        JsonNode cards = component(template, "carousel").path("cards");
        for (int i = 0; i < cards.size(); i++) {
            JsonNode given = component(message, "carousel").path("cards").path(i);
            filled.withArray("cards").add(of(cards.path(i), given));
        }
        return filled;
    }

    private static ObjectNode button(JsonNode button, JsonNode given) {
        JsonNode parameters = given.path("parameters");
        JsonNode value = parameters.path(0);
        ObjectNode shown =
                Json.object()
                        .put("type", Json.text(button, "type").toLowerCase(Locale.ROOT))
                        .put("text", Json.text(button, "text"));
        switch (Json.text(button, "type")) {
            case "URL" -> shown.put("url", fill(Json.text(button, "url"), parameters));
            case "PHONE_NUMBER" -> shown.put("phone", Json.text(button, "phone_number"));
            case "COPY_CODE" -> shown.put("code", Json.text(value, "coupon_code"));
            default ->
                    shown.put("payload", value.path("payload").asString(Json.text(button, "text")));
        }
        return shown;
    }

    static JsonNode component(JsonNode template, String type) {
        return template.path("components")
                .valueStream()
                .filter(one -> Json.text(one, "type").equalsIgnoreCase(type))
                .findFirst()
                .orElseGet(Json::object);
    }

    /** What a message says to the button at a place. */
    static JsonNode button(JsonNode message, int index) {
        return message.path("components")
                .valueStream()
                .filter(one -> Json.text(one, "type").equalsIgnoreCase("button"))
                .filter(one ->
                        one.path("index").asInt(-1) == index
                                || Json.text(one, "index").equals(Integer.toString(index)))
                .findFirst()
                .orElseGet(Json::object);
    }

    /** How many different blanks a component has. */
    static long blanks(JsonNode component) {
        return names(component).size();
    }

    static Set<String> names(JsonNode component) {
        return BLANK.matcher(Json.text(component, "text"))
                .results()
                .map(one -> one.group(1))
                .collect(Collectors.toSet());
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
        return switch (Json.text(parameter, "type")) {
            case "currency" -> Json.text(parameter.path("currency"), "fallback_value");
            case "date_time" -> Json.text(parameter.path("date_time"), "fallback_value");
            default -> Json.text(parameter, "text");
        };
    }
}
