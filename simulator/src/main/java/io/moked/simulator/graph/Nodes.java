package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.Setup.BusinessNumber;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code GET} and {@code DELETE} of a thing by its id: a number, an account or a medium. */
final class Nodes {

    private final World world;
    private final MediaStore media;
    private final MediaCalls calls;

    Nodes(World world, MediaStore media, MediaCalls calls) {
        this.world = world;
        this.media = media;
        this.calls = calls;
    }

    Answer get(Request request) {
        String id = request.variable("id");
        Stream<Supplier<Optional<Answer>>> kinds =
                Stream.of(
                        () -> media.find(id).map(calls::address),
                        () ->
                                world.line(id)
                                        .map(line ->
                                                Answer.json(
                                                        chosen(number(line.number()), request))),
                        () ->
                                world.waba(id)
                                        .map(waba -> Answer.json(chosen(account(waba), request))));
        return kinds.flatMap(kind -> kind.get().stream())
                .findFirst()
                .orElseThrow(() -> GraphError.unknownObject(id));
    }

    Answer delete(Request request) {
        String id = request.variable("id");
        return media.find(id).map(calls::remove).orElseThrow(() -> GraphError.unknownObject(id));
    }

    Answer numbers(Request request) {
        ArrayNode numbers = Json.array();
        waba(request).numbers().forEach(one -> numbers.add(chosen(number(one), request)));
        return Answer.json(Json.object().set("data", numbers));
    }

    /** Subscribes the app, or shows which one is subscribed. */
    Answer subscriptions(Request request) {
        String appId = waba(request).appId();
        if (request.method().equals("POST")) {
            return Answer.json(Json.object().put("success", true));
        }
        ObjectNode answer = Json.object();
        answer.putArray("data")
                .addObject()
                .putObject("whatsapp_business_api_data")
                .put("id", appId)
                .put("name", "Simulated app")
                .put("link", "https://www.facebook.com/games/?app_id=" + appId);
        return Answer.json(answer);
    }

    private Waba waba(Request request) {
        String id = request.variable("id");
        return world.waba(id).orElseThrow(() -> GraphError.unknownObject(id));
    }

    private static ObjectNode number(BusinessNumber number) {
        ObjectNode node =
                Json.object()
                        .put("id", number.id())
                        .put("display_phone_number", number.displayPhoneNumber())
                        .put("verified_name", number.name())
                        .put("code_verification_status", "VERIFIED")
                        .put("quality_rating", "GREEN")
                        .put("platform_type", "CLOUD_API")
                        .put("status", "CONNECTED")
                        .put("name_status", "APPROVED")
                        .put("whatsapp_business_manager_messaging_limit", "TIER_2K");
        node.putObject("throughput").put("level", "STANDARD");
        node.putObject("health_status").put("can_send_message", "AVAILABLE");
        return node;
    }

    private static ObjectNode account(Waba waba) {
        ObjectNode node =
                Json.object()
                        .put("id", waba.id())
                        .put("name", waba.name())
                        .put("timezone_id", "70")
                        .put("message_template_namespace", "simulated_" + waba.id())
                        .put("account_review_status", "APPROVED");
        node.putObject("health_status").put("can_send_message", "AVAILABLE");
        return node;
    }

    /** Only the asked fields, and the id as always. */
    private static ObjectNode chosen(ObjectNode node, Request request) {
        List<String> fields = List.of(request.query("fields").split(","));
        if (!request.query("fields").isEmpty()) {
            node.properties()
                    .removeIf(one -> !fields.contains(one.getKey()) && !one.getKey().equals("id"));
        }
        return node;
    }
}
