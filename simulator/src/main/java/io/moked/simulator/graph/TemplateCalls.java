package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.webhook.Webhooks;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists, creates and removes message templates; a new one is approved a little later. */
final class TemplateCalls {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");

    private final World world;
    private final Weather weather;
    private final Templates templates;
    private final Webhooks webhooks;

    TemplateCalls(World world, Weather weather, Templates templates, Webhooks webhooks) {
        this.world = world;
        this.weather = weather;
        this.templates = templates;
        this.webhooks = webhooks;
    }

    Answer list(Request request) {
        String status = request.query("status");
        String name = request.query("name");
        ArrayNode data = Json.array();
        templates.of(waba(request)).stream()
                .filter(one -> status.isEmpty() || Json.text(one, "status").equals(status))
                .filter(one -> name.isEmpty() || Json.text(one, "name").equals(name))
                .forEach(data::add);
        ObjectNode answer = Json.object().set("data", data);
        answer.putObject("paging")
                .putObject("cursors")
                .put("before", "MAZDZD")
                .put("after", "MjQZD");
        return Answer.json(answer);
    }

    Answer create(Request request) throws IOException {
        Waba waba = waba(request);
        ObjectNode template = request.object();
        check(waba, template);
        ObjectNode added = templates.add(waba, template);
        Thread.startVirtualThread(() -> approve(waba, added));
        return Answer.json(
                Json.object()
                        .put("id", Json.text(added, "id"))
                        .put("status", "PENDING")
                        .put("category", Json.text(added, "category")));
    }

    private void check(Waba waba, ObjectNode template) {
        Limit.required(template, "name");
        Limit.required(template, "language");
        Limit.required(template, "category");
        Limit.required(template, "components");
        String name = Json.text(template, "name");
        if (!NAME.matcher(name).matches()) {
            throw GraphError.parameter(
                    "Template names hold only lower-case letters, digits and underscores.");
        }
        if (templates.find(waba, name, Json.text(template, "language")).isPresent()) {
            throw GraphError.parameter(
                    "There is already content in this language for this template.");
        }
    }

    private void approve(Waba waba, ObjectNode template) {
        try {
            weather.clock().sleep(Duration.ofMillis(weather.settings().deliveredMs()));
            template.put("status", "APPROVED");
            waba.numbers().stream()
                    .findFirst()
                    .flatMap(number -> world.line(number.id()))
                    .ifPresent(line ->
                            webhooks.event(
                                    line, "message_template_status_update", event(template)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode event(ObjectNode template) {
        return Json.object()
                .put("event", "APPROVED")
                .put("message_template_id", Long.parseLong(Json.text(template, "id")))
                .put("message_template_name", Json.text(template, "name"))
                .put("message_template_language", Json.text(template, "language"))
                .put("message_template_category", Json.text(template, "category"))
                .putNull("reason");
    }

    Answer remove(Request request) {
        if (!templates.remove(waba(request), request.query("name"))) {
            throw GraphError.parameter("Message Template Not Found.");
        }
        return Answer.json(Json.object().put("success", true));
    }

    private Waba waba(Request request) {
        String id = request.variable("id");
        return world.waba(id).orElseThrow(() -> GraphError.unknownObject(id));
    }
}
