package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.World.Line;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The limits Meta sets to a message. */
final class Checks {

    private static final int MOST_CONTACTS = 257;
    private static final int MOST_FILLED = 1024;
    private static final List<String> NOT_IN_GROUPS = List.of("interactive");

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
                    Map.entry("reaction", (line, body, part) -> reaction(body, part)),
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
        if (isGroup(body) && NOT_IN_GROUPS.contains(type)) {
            throw Known.error(131051);
        }
        check.check(line, body, body.path(type));
    }

    static boolean isGroup(ObjectNode body) {
        return Json.text(body, "recipient_type").equals("group");
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
        boolean captioned = !type.equals("audio") && !type.equals("sticker");
        if (!captioned && part.has("caption")) {
            throw GraphError.parameter("Unexpected key \"caption\" on param \"" + type + "\".");
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
        for (JsonNode contact : contacts) {
            Limit.required(contact.path("name"), "formatted_name");
        }
    }

    private static void reaction(ObjectNode body, JsonNode reaction) {
        Limit.required(reaction, "message_id");
        if (!reaction.has("emoji")) {
            throw GraphError.missing("emoji");
        }
        if (body.hasNonNull("context")) {
            throw GraphError.parameter("A reaction cannot be a contextual reply.");
        }
    }

    private void template(Line line, JsonNode template) {
        Limit.required(template, "name");
        Limit.required(template.path("language"), "code");
        String name = Json.text(template, "name");
        String language = Json.text(template.path("language"), "code");
        ObjectNode approved =
                TemplateParameters.sendable(
                        templates.find(line.waba(), name, language), name, language);
        TemplateParameters.check(approved, template);
        if (Json.text(FilledTemplate.of(approved, template), "body").length() > MOST_FILLED) {
            throw GraphError.of(
                    400,
                    132005,
                    "Translated text too long",
                    "The body is longer than " + MOST_FILLED + " characters once it is filled.");
        }
    }
}
