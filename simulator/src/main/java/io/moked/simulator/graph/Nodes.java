package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code GET} and {@code DELETE} of a thing by its id: a number, an account, a template, a file.
 */
final class Nodes {

    private final World world;
    private final MediaStore media;
    private final MediaCalls calls;
    private final Templates templates;

    Nodes(World world, MediaStore media, MediaCalls calls, Templates templates) {
        this.world = world;
        this.media = media;
        this.calls = calls;
        this.templates = templates;
    }

    Answer get(Request request) {
        String id = request.variable("id");
        Stream<Supplier<Optional<Answer>>> kinds =
                Stream.of(
                        () -> media.find(id).map(calls::address),
                        () -> world.line(id).map(line -> chosen(number(line), request)),
                        () -> world.waba(id).map(waba -> chosen(account(waba), request)),
                        () -> templates.find(id).map(one -> chosen(one.deepCopy(), request)));
        return kinds.flatMap(kind -> kind.get().stream())
                .findFirst()
                .orElseThrow(() -> GraphError.unknownObject(id));
    }

    Answer delete(Request request) {
        String id = request.variable("id");
        return media.find(id).map(calls::remove).orElseThrow(() -> GraphError.unknownObject(id));
    }

    Answer numbers(Request request) {
        String id = request.variable("id");
        Waba waba = world.waba(id).orElseThrow(() -> GraphError.unknownObject(id));
        ArrayNode numbers = Json.array();
        waba.numbers().forEach(one -> numbers.add(only(number(new Line(waba, one)), request)));
        return Answer.json(Json.object().set("data", numbers));
    }

    private ObjectNode number(Line line) {
        NumberState state = world.state(line);
        ObjectNode node = state.node();
        ObjectNode callbacks = node.putObject("webhook_configuration");
        state.callback().ifPresent(one -> callbacks.put("phone_number", one.toString()));
        for (String appId : world.accounts().of(line.waba()).appIds()) {
            world.accounts()
                    .of(line.waba())
                    .override(appId)
                    .ifPresent(one -> callbacks.put("whatsapp_business_account", one.toString()));
            world.app(appId)
                    .ifPresent(app -> callbacks.put("application", String.valueOf(app.callback())));
        }
        return node;
    }

    private static ObjectNode account(Waba waba) {
        ObjectNode node =
                Json.object()
                        .put("id", waba.id())
                        .put("name", waba.name())
                        .put("currency", "USD")
                        .put("timezone_id", "70")
                        .put("country", "US")
                        .put("message_template_namespace", "simulated_" + waba.id())
                        .put("business_verification_status", "verified")
                        .put("account_review_status", "APPROVED");
        if (waba.businessId() != null) {
            node.putObject("owner_business_info")
                    .put("id", waba.businessId())
                    .put("name", waba.name());
        }
        node.putObject("health_status").put("can_send_message", "AVAILABLE");
        return node;
    }

    private static Answer chosen(ObjectNode node, Request request) {
        return Answer.json(only(node, request));
    }

    /** Only the asked fields, and the id as always. */
    static ObjectNode only(ObjectNode node, Request request) {
        List<String> fields = List.of(request.query("fields").split(","));
        if (!request.query("fields").isEmpty()) {
            node.properties()
                    .removeIf(one -> !fields.contains(one.getKey()) && !one.getKey().equals("id"));
        }
        return node;
    }
}
