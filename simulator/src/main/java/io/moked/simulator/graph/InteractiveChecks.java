package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The limits of messages that can be tapped. */
final class InteractiveChecks {

    private static final Map<String, String> ACTIONS =
            Map.of(
                    "location_request_message", "send_location",
                    "contact_request", "request_contact_info",
                    "cta_url", "cta_url",
                    "flow", "flow",
                    "catalog_message", "catalog_message",
                    "address_message", "address_message");
    private static final List<String> WITHOUT_BODY = List.of("product");
    private static final List<String> MEDIA = List.of("image", "video", "document");

    private InteractiveChecks() {}

    static void check(JsonNode interactive) {
        String type = typeOf(interactive);
        frame(type, interactive);
        JsonNode action = interactive.path("action");
        if (ACTIONS.containsKey(type)) {
            Limit.required(action, "name");
            if (!Json.text(action, "name").equals(ACTIONS.get(type))) {
                throw GraphError.invalid("Action name must be '" + ACTIONS.get(type) + "'.");
            }
        }
        switch (type) {
            case "button" -> buttons(action.path("buttons"));
            case "list" -> list(action);
            case "cta_url" -> link(action.path("parameters"));
            case "flow" -> flow(action.path("parameters"));
            case "carousel" -> CarouselChecks.check(interactive);
            case "product" -> product(action);
            case "product_list" -> products(action);
            case "address_message" -> Limit.required(action.path("parameters"), "country");
            case "location_request_message", "contact_request", "catalog_message" -> {}
            default ->
                    throw GraphError.invalid("Interactive type '" + type + "' is not supported.");
        }
    }

    /** Clients in use write it in capitals, too. */
    static String typeOf(JsonNode interactive) {
        return Json.text(interactive, "type").toLowerCase(Locale.ROOT);
    }

    private static void frame(String type, JsonNode interactive) {
        int most = type.equals("list") ? 4096 : 1024;
        JsonNode body = interactive.path("body");
        if (!WITHOUT_BODY.contains(type)) {
            Limit.required(body, "text");
        }
        Limit.length("Body text", Json.text(body, "text"), most);
        Limit.length("Footer text", Json.text(interactive.path("footer"), "text"), 60);
        JsonNode header = interactive.path("header");
        Limit.length("Header text", Json.text(header, "text"), 60);
        if (header.isMissingNode()) {
            return;
        }
        String kind = Json.text(header, "type");
        boolean onlyText = List.of("list", "product_list").contains(type);
        if (!kind.equals("text") && (onlyText || !MEDIA.contains(kind))) {
            throw GraphError.invalid("Header type '" + kind + "' is not supported for " + type);
        }
        if (!header.has(kind)) {
            throw GraphError.missing("header." + kind);
        }
    }

    private static void buttons(JsonNode buttons) {
        Limit.count("buttons", buttons.size(), 1, 3);
        buttons.forEach(button -> {
            Limit.text("Button title", button.path("reply"), "title", 20);
            Limit.text("Button id", button.path("reply"), "id", 256);
        });
        if (different(buttons, "title") < buttons.size()
                || different(buttons, "id") < buttons.size()) {
            throw GraphError.invalid(
                    "Duplicate button titles or ids. Every reply button must be unique.");
        }
    }

    private static long different(JsonNode buttons, String field) {
        return buttons.valueStream()
                .map(one -> Json.text(one.path("reply"), field))
                .distinct()
                .count();
    }

    private static void list(JsonNode action) {
        JsonNode sections = action.path("sections");
        Limit.text("Button text", action, "button", 20);
        Limit.count("sections", sections.size(), 1, 10);
        Limit.count("rows", total(sections, "rows"), 1, 10);
        sections(sections);
        sections.forEach(section -> section.path("rows").forEach(InteractiveChecks::row));
        long ids =
                sections.valueStream()
                        .flatMap(one -> one.path("rows").valueStream())
                        .map(one -> Json.text(one, "id"))
                        .distinct()
                        .count();
        if (ids < total(sections, "rows")) {
            throw GraphError.invalid("Duplicate row ids. Every row must be unique.");
        }
    }

    private static int total(JsonNode sections, String part) {
        return sections.valueStream().mapToInt(one -> one.path(part).size()).sum();
    }

    private static void sections(JsonNode sections) {
        for (JsonNode section : sections) {
            Limit.length("Section title", Json.text(section, "title"), 24);
            if (sections.size() > 1) {
                Limit.required(section, "title");
            }
        }
    }

    private static void row(JsonNode row) {
        Limit.text("Row id", row, "id", 200);
        Limit.text("Row title", row, "title", 24);
        Limit.length("Row description", Json.text(row, "description"), 72);
    }

    static void link(JsonNode parameters) {
        Limit.text("Button text", parameters, "display_text", 20);
        Limit.required(parameters, "url");
        if (!Json.text(parameters, "url").matches("https?://.+")) {
            throw GraphError.invalid("The url must begin with http:// or https://.");
        }
    }

    private static void flow(JsonNode parameters) {
        Limit.required(parameters, "flow_message_version");
        Limit.text("Flow button text", parameters, "flow_cta", 30);
        if (parameters.hasNonNull("flow_id") == parameters.hasNonNull("flow_name")) {
            throw GraphError.invalid("Exactly one of flow_id and flow_name must be given.");
        }
        String action = parameters.path("flow_action").asString("navigate");
        if (!List.of("navigate", "data_exchange").contains(action)) {
            throw GraphError.invalid("flow_action must be navigate or data_exchange.");
        }
    }

    static void product(JsonNode action) {
        Limit.required(action, "catalog_id");
        Limit.required(action, "product_retailer_id");
    }

    private static void products(JsonNode action) {
        Limit.required(action, "catalog_id");
        JsonNode sections = action.path("sections");
        Limit.count("sections", sections.size(), 1, 10);
        Limit.count("products", total(sections, "product_items"), 1, 30);
        sections(sections);
        sections.forEach(section ->
                section.path("product_items")
                        .forEach(item -> Limit.required(item, "product_retailer_id")));
    }
}
