package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import tools.jackson.databind.JsonNode;

/** The limits of messages that can be tapped. */
final class InteractiveChecks {

    private InteractiveChecks() {}

    static void check(JsonNode interactive) {
        JsonNode action = interactive.path("action");
        String type = Json.text(interactive, "type");
        Limit.text(
                "Body text", interactive.path("body"), "text", type.equals("list") ? 4096 : 1024);
        Limit.length("Footer text", Json.text(interactive.path("footer"), "text"), 60);
        Limit.length("Header text", Json.text(interactive.path("header"), "text"), 60);
        switch (type) {
            case "button" -> buttons(action.path("buttons"));
            case "list" -> list(action);
            case "cta_url" -> link(action.path("parameters"));
            case "location_request_message", "contact_request", "flow" ->
                    Limit.required(action, "name");
            default ->
                    throw GraphError.invalid("Interactive type '" + type + "' is not supported.");
        }
    }

    private static void buttons(JsonNode buttons) {
        Limit.count("buttons", buttons.size(), 1, 3);
        buttons.forEach(button -> {
            Limit.text("Button title", button.path("reply"), "title", 20);
            Limit.text("Button id", button.path("reply"), "id", 256);
        });
        long titles =
                buttons.valueStream()
                        .map(one -> Json.text(one.path("reply"), "title"))
                        .distinct()
                        .count();
        long ids =
                buttons.valueStream()
                        .map(one -> Json.text(one.path("reply"), "id"))
                        .distinct()
                        .count();
        if (titles < buttons.size() || ids < buttons.size()) {
            throw GraphError.invalid(
                    "Duplicate button titles or ids. Every reply button must be unique.");
        }
    }

    private static void list(JsonNode action) {
        JsonNode sections = action.path("sections");
        Limit.text("Button text", action, "button", 20);
        Limit.count("sections", sections.size(), 1, 10);
        Limit.count(
                "rows",
                sections.valueStream().mapToInt(one -> one.path("rows").size()).sum(),
                1,
                10);
        for (JsonNode section : sections) {
            Limit.length("Section title", Json.text(section, "title"), 24);
            if (sections.size() > 1) {
                Limit.required(section, "title");
            }
            section.path("rows").forEach(InteractiveChecks::row);
        }
    }

    private static void row(JsonNode row) {
        Limit.text("Row id", row, "id", 200);
        Limit.text("Row title", row, "title", 24);
        Limit.length("Row description", Json.text(row, "description"), 72);
    }

    private static void link(JsonNode parameters) {
        Limit.text("Button text", parameters, "display_text", 20);
        Limit.required(parameters, "url");
    }
}
