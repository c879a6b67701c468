package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /{phone-number-id}/block_users}: people a number hears nothing more of. */
final class BlockedUsers {

    private final World world;
    private final Chats chats;
    private final Weather weather;

    BlockedUsers(World world, Chats chats, Weather weather) {
        this.world = world;
        this.chats = chats;
        this.weather = weather;
    }

    Answer list(Request request) {
        ArrayNode data = Json.array();
        state(request)
                .blocked()
                .forEach(waId ->
                        data.addObject().put("messaging_product", "whatsapp").put("wa_id", waId));
        ObjectNode answer = Json.object().set("data", data);
        answer.putObject("paging").putObject("cursors").put("before", "").put("after", "");
        return Answer.json(answer);
    }

    Answer block(Request request) throws IOException {
        Line line = line(request);
        ObjectNode lists = Json.object();
        ArrayNode added = lists.putArray("added_users");
        ArrayNode failed = lists.putArray("failed_users");
        for (JsonNode user : request.object().path("block_users")) {
            Optional<Customer> known = known(user, line);
            if (known.filter(one -> wroteToday(one, line)).isEmpty()) {
                failed(failed, user);
            } else {
                world.state(line).block(known.get().phone());
                named(added, user, known.get());
            }
        }
        return answer(lists, failed);
    }

    /** Only somebody who wrote within 24 hours can be blocked. */
    private boolean wroteToday(Customer customer, Line line) {
        return chats.between(customer, line).windowOpen(weather.clock().now());
    }

    Answer unblock(Request request) throws IOException {
        Line line = line(request);
        ObjectNode lists = Json.object();
        ArrayNode removed = lists.putArray("removed_users");
        ArrayNode failed = lists.putArray("failed_users");
        for (JsonNode user : request.object().path("block_users")) {
            Optional<Customer> known = known(user, line);
            if (known.filter(one -> world.state(line).unblock(one.phone())).isEmpty()) {
                failed(failed, user);
            } else {
                named(removed, user, known.get());
            }
        }
        return answer(lists, failed);
    }

    private Optional<Customer> known(JsonNode user, Line line) {
        String userId = Json.text(user, "user_id");
        return userId.isEmpty()
                ? world.reached(Json.text(user, "user").replaceAll("\\D", ""))
                : world.customer(userId, line.waba());
    }

    private static void named(ArrayNode list, JsonNode user, Customer customer) {
        list.addObject().put("input", input(user)).put("wa_id", customer.phone());
    }

    private static void failed(ArrayNode list, JsonNode user) {
        ObjectNode one = list.addObject().put("input", input(user));
        one.putArray("errors")
                .addObject()
                .put("message", "Re-engagement required")
                .put("code", 131047)
                .putObject("error_data")
                .put("details", "The person has not written within the last 24 hours.");
    }

    private static String input(JsonNode user) {
        return user.has("user") ? Json.text(user, "user") : Json.text(user, "user_id");
    }

    /** Partial failure is a failure that tells both lists. */
    private static Answer answer(ObjectNode lists, ArrayNode failed) {
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        if (failed.isEmpty()) {
            lists.remove("failed_users");
            return Answer.json(answer.set("block_users", lists));
        }
        answer.set("block_users", lists);
        answer.putObject("error")
                .put("message", "(#139100) Failed to block/unblock users")
                .put("type", "OAuthException")
                .put("code", 139100)
                .put("fbtrace_id", "A" + Integer.toHexString(lists.hashCode()))
                .putObject("error_data")
                .put("messaging_product", "whatsapp")
                .put("details", "Failed to block some users, see the block_users response list");
        return Answer.json(400, answer);
    }

    private NumberState state(Request request) {
        return world.state(line(request));
    }

    private Line line(Request request) {
        String id = request.variable("id");
        return world.line(id).orElseThrow(() -> GraphError.unknownObject(id));
    }
}
