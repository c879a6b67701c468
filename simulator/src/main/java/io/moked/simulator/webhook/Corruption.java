package io.moked.simulator.webhook;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Faults;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies as no document promises them. */
final class Corruption {

    private static final int LARGEST_BODY = 3 << 20;

    private Corruption() {}

    static byte[] of(ObjectNode envelope, Faults faults) {
        if (faults.unknownField().hits()) {
            addUnknownField(envelope);
        }
        if (faults.unknownType().hits()) {
            messages(envelope).forEach(Corruption::turnIntoHologram);
        }
        if (faults.withoutFrom().hits()) {
            messages(envelope).forEach(one -> one.remove(List.of("from", "from_user_id")));
        }
        if (faults.oversized().hits()) {
            envelope.put("padding", "x".repeat(LARGEST_BODY - size(envelope)));
        }
        return faults.unescaped() ? Json.bytes(envelope) : Json.escapedLikeMeta(envelope);
    }

    /** The first half of a body, which is no JSON. */
    static byte[] cut(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static void addUnknownField(ObjectNode envelope) {
        ObjectNode change = envelope.path("entry").path(0).withArray("changes").addObject();
        change.put("field", "holograms").putObject("value").put("event", "PROJECTED");
    }

    private static void turnIntoHologram(ObjectNode message) {
        message.remove(Json.text(message, "type"));
        message.put("type", "hologram").putObject("hologram").put("id", "1");
    }

    private static Stream<ObjectNode> messages(ObjectNode envelope) {
        return envelope.path("entry")
                .valueStream()
                .flatMap(entry -> entry.path("changes").valueStream())
                .flatMap(change -> change.path("value").path("messages").valueStream())
                .map(JsonNode::asObject);
    }

    private static int size(ObjectNode envelope) {
        return Json.escapedLikeMeta(envelope).length + ",\"padding\":\"\"".length();
    }
}
