package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What Meta looks at in the buttons of a template. */
final class TemplateButtons {

    private static final Map<String, Integer> MOST_BUTTONS =
            Map.of("URL", 2, "PHONE_NUMBER", 1, "COPY_CODE", 1, "QUICK_REPLY", 10);

    private TemplateButtons() {}

    static void check(JsonNode buttons) {
        if (buttons.size() > 10) {
            throw TemplateChecks.problem(2388070, "A template has at most ten buttons.");
        }
        MOST_BUTTONS.forEach((type, most) -> {
            if (buttons.valueStream().filter(one -> Json.text(one, "type").equals(type)).count()
                    > most) {
                throw TemplateChecks.problem(2388070, "Too many buttons of the type " + type + ".");
            }
        });
        long groups = 0;
        String before = "";
        for (JsonNode button : buttons) {
            button(button);
            boolean reply = Json.text(button, "type").equals("QUICK_REPLY");
            groups += before.equals(String.valueOf(reply)) ? 0 : 1;
            before = String.valueOf(reply);
        }
        if (groups > 2) {
            throw TemplateChecks.problem(
                    2388070, "Quick replies stand together, before or after the others.");
        }
    }

    private static void button(JsonNode button) {
        String type = Json.text(button, "type");
        if (!type.equals("COPY_CODE")
                && Json.text(button, "text").isEmpty()
                && !type.equals("OTP")) {
            throw TemplateChecks.missing("BUTTONS", "text");
        }
        if (Json.text(button, "text").length() > 25 || Json.text(button, "url").length() > 2000) {
            throw TemplateChecks.problem(2388040, "Buttons have 25 characters and addresses 2000.");
        }
        if (type.equals("URL")) {
            String url = Json.text(button, "url");
            boolean variable = FilledTemplate.BLANK.matcher(url).find();
            if (!url.startsWith("http") || variable && !url.endsWith("}}")) {
                throw TemplateChecks.problem(
                        2388070, "An address is one of the web with a variable at its end.");
            }
            if (variable && button.path("example").isEmpty()) {
                throw TemplateChecks.missing("BUTTONS", "example");
            }
        }
        if (type.equals("COPY_CODE") && sample(button).length() > 20) {
            throw TemplateChecks.problem(2388040, "A coupon code has at most 20 characters.");
        }
    }

    private static String sample(JsonNode button) {
        JsonNode example = button.path("example");
        return example.isArray() ? example.path(0).asString("") : example.asString("");
    }
}
