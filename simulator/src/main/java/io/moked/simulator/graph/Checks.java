package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.World.Line;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The limits Meta sets to a message. */
final class Checks {

    private static final int MOST_CONTACTS = 257;

    /** Checks the part of a message that is named like its type. */
    private interface Check {
        void check(Line line, ObjectNode body, JsonNode part);
    }

    private final MediaStore media;
    private final Templates templates;
    private final Map<String, Check> checks =
            Map.ofEntries(
                    Map.entry("text", (line, body, part) -> text(part)),
                    Map.entry("image", this::media),
                    Map.entry("video", this::media),
                    Map.entry("audio", this::media),
                    Map.entry("document", this::media),
                    Map.entry("sticker", this::media),
                    Map.entry("location", (line, body, part) -> location(part)),
                    Map.entry("contacts", (line, body, part) -> contacts(part)),
                    Map.entry("reaction", (line, body, part) -> Limit.required(part, "message_id")),
                    Map.entry("interactive", (line, body, part) -> InteractiveChecks.check(part)),
                    Map.entry("template", (line, body, part) -> template(line, part)));

    Checks(MediaStore media, Templates templates) {
        this.media = media;
        this.templates = templates;
    }

    void check(Line line, ObjectNode body) {
        if (Json.text(body, "to").isEmpty() && Json.text(body, "recipient").isEmpty()) {
            throw GraphError.missing("to");
        }
        Limit.length("biz_opaque_callback_data", Json.text(body, "biz_opaque_callback_data"), 512);
        String type = body.path("type").asString("text");
        Check check = checks.get(type);
        if (check == null) {
            throw GraphError.parameter(
                    "Param type must be one of {" + String.join(", ", checks.keySet()) + "}.");
        }
        if (!body.hasNonNull(type)) {
            throw GraphError.missing(type);
        }
        check.check(line, body, body.path(type));
    }

    private static void text(JsonNode text) {
        Limit.required(text, "body");
        if (Json.text(text, "body").length() > 4096) {
            throw GraphError.parameter("Param text['body'] must be at most 4096 characters long.");
        }
    }

    private void media(Line line, ObjectNode body, JsonNode part) {
        String type = Json.text(body, "type");
        boolean hasId = part.hasNonNull("id");
        if (hasId == part.hasNonNull("link")) {
            throw GraphError.parameter(
                    "Exactly one of id and link must be given for " + type + ".");
        }
        if (hasId
                && media.find(Json.text(part, "id")).filter(one -> one.belongsTo(type)).isEmpty()) {
            throw GraphError.parameter(
                    "Param " + type + "['id'] is not the id of uploaded media of this type.");
        }
        Limit.length(type + "['caption']", Json.text(part, "caption"), 1024);
    }

    private static void location(JsonNode location) {
        Limit.required(location, "latitude");
        Limit.required(location, "longitude");
    }

    private static void contacts(JsonNode contacts) {
        if (contacts.isEmpty() || contacts.size() > MOST_CONTACTS) {
            throw GraphError.invalid(
                    "Number of contacts must be between 1 and " + MOST_CONTACTS + ".");
        }
        contacts.forEach(contact -> Limit.required(contact.path("name"), "formatted_name"));
    }

    private void template(Line line, JsonNode template) {
        Limit.required(template, "name");
        Limit.required(template.path("language"), "code");
        String name = Json.text(template, "name");
        String language = Json.text(template.path("language"), "code");
        ObjectNode approved =
                templates
                        .find(line.waba(), name, language)
                        .filter(one -> Json.text(one, "status").equals("APPROVED"))
                        .orElseThrow(() -> noTemplate(name, language));
        long expected = FilledTemplate.blanks(FilledTemplate.component(approved, "body"));
        int given = FilledTemplate.component(template, "body").path("parameters").size();
        if (given != expected) {
            throw GraphError.of(
                    400,
                    132000,
                    "Number of parameters does not match the expected number of params",
                    "body: number of localizable_params ("
                            + given
                            + ") does not match the expected number of"
                            + " params ("
                            + expected
                            + ")");
        }
    }

    private static GraphError noTemplate(String name, String language) {
        return GraphError.of(
                404,
                132001,
                "Template name does not exist in the translation",
                "template name (" + name + ") does not exist in " + language);
    }
}
