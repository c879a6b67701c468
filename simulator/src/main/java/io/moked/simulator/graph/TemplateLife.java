package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of templates: they are reviewed, judged, paused and changed, and apps are told. */
public final class TemplateLife {

    /** Red means three hours of silence, then six, then the end. */
    private static final Map<Integer, Duration> PAUSES =
            Map.of(0, Duration.ofHours(3), 1, Duration.ofHours(6));

    private static final String PAUSED_SO_OFTEN = "paused_so_often";

    private final World world;
    private final Weather weather;
    private final Templates templates;
    private final Webhooks webhooks;

    TemplateLife(World world, Weather weather, Templates templates, Webhooks webhooks) {
        this.world = world;
        this.weather = weather;
        this.templates = templates;
        this.webhooks = webhooks;
    }

    /** A new or changed one waits for its review. */
    void review(ObjectNode template) {
        template.put("status", "PENDING");
        if (weather.settings().autoApprove()) {
            later(
                    Duration.ofMillis(weather.settings().deliveredMs()),
                    () -> {
                        if (Json.text(template, "status").equals("PENDING")) {
                            status(template, "APPROVED", "NONE");
                        }
                    });
        }
    }

    /** Changes what is named: status with reason, quality_score, category, components. */
    public void change(ObjectNode template, ObjectNode changes) {
        if (changes.has("components")) {
            template.set("components", changes.path("components"));
            tell(template, "message_template_components_update", elements(template));
        }
        if (changes.has("category")) {
            category(template, Json.text(changes, "category"));
        }
        if (changes.has("quality_score")) {
            quality(template, Json.text(changes, "quality_score"));
        }
        if (changes.has("status")) {
            status(template, Json.text(changes, "status"), changes.path("reason").asString("NONE"));
        }
    }

    private void status(ObjectNode template, String status, String reason) {
        template.put("status", status.equals("REINSTATED") ? "APPROVED" : status);
        template.put("rejected_reason", status.equals("REJECTED") ? reason : "NONE");
        ObjectNode value = named(template).put("event", status).put("reason", reason);
        value.put("message_template_category", Json.text(template, "category"));
        switch (status) {
            case "PAUSED" ->
                    value.putObject("other_info")
                            .put("title", "FIRST_PAUSE")
                            .put("description", "The template is paused for its quality.");
            case "DISABLED" ->
                    value.putObject("disable_info")
                            .put("disable_date", weather.clock().now().getEpochSecond());
            case "REJECTED" ->
                    value.putObject("rejection_info")
                            .put("reason", "The template was rejected for " + reason)
                            .put("recommendation", "Change it and send it in again.");
            default -> {}
        }
        tell(template, "message_template_status_update", value);
    }

    private void quality(ObjectNode template, String score) {
        String before = Json.text(template.path("quality_score"), "score");
        template.putObject("quality_score").put("score", score);
        tell(
                template,
                "message_template_quality_update",
                named(template)
                        .put("previous_quality_score", before)
                        .put("new_quality_score", score));
        if (score.equals("RED")) {
            pause(template);
        }
    }

    private void pause(ObjectNode template) {
        int before = template.path(PAUSED_SO_OFTEN).asInt(0);
        Duration pause = PAUSES.get(before);
        if (pause == null) {
            status(template, "DISABLED", "LOW_QUALITY");
            return;
        }
        template.put(PAUSED_SO_OFTEN, before + 1);
        status(template, "PAUSED", "NONE");
        later(
                pause,
                () -> {
                    if (Json.text(template, "status").equals("PAUSED")) {
                        status(template, "REINSTATED", "NONE");
                    }
                });
    }

    private void category(ObjectNode template, String category) {
        String before = Json.text(template, "category");
        template.put("category", category).put("previous_category", before);
        tell(
                template,
                "template_category_update",
                named(template).put("previous_category", before).put("new_category", category));
    }

    private static ObjectNode elements(ObjectNode template) {
        ObjectNode value = named(template);
        part(value, "message_template_title", FilledTemplate.component(template, "header"));
        part(value, "message_template_element", FilledTemplate.component(template, "body"));
        part(value, "message_template_footer", FilledTemplate.component(template, "footer"));
        for (JsonNode one : FilledTemplate.component(template, "buttons").path("buttons")) {
            value.withArray("message_template_buttons")
                    .addObject()
                    .put("message_template_button_type", Json.text(one, "type"))
                    .put("message_template_button_text", Json.text(one, "text"));
        }
        return value;
    }

    private static void part(ObjectNode value, String name, JsonNode component) {
        if (component.has("text")) {
            value.put(name, Json.text(component, "text"));
        }
    }

    private static ObjectNode named(ObjectNode template) {
        return Json.object()
                .put("message_template_id", Long.parseLong(Json.text(template, "id")))
                .put("message_template_name", Json.text(template, "name"))
                .put("message_template_language", Json.text(template, "language"));
    }

    private void tell(ObjectNode template, String field, ObjectNode value) {
        line(template).ifPresent(line -> webhooks.event(line, field, value));
    }

    private Optional<Line> line(ObjectNode template) {
        return templates
                .owner(Json.text(template, "id"))
                .flatMap(world::waba)
                .flatMap(waba -> waba.numbers().stream().findFirst())
                .flatMap(number -> world.line(number.id()));
    }

    private void later(Duration time, Runnable what) {
        Thread.startVirtualThread(() -> {
            try {
                weather.clock().sleep(time);
                what.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
