package io.moked.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moked.bench.product.Access.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every field, message type and status that Meta documents, as whole deliveries for one number. */
final class Corpus {

    private static final Path PAYLOADS = Path.of("server", "src", "test", "resources", "webhooks");
    private static final JsonMapper JSON = JsonMapper.shared();

    private Corpus() {}

    static List<byte[]> of(Line line) throws IOException {
        var all = new ArrayList<byte[]>();
        for (var kind : List.of("messages", "statuses", "fields")) {
            for (var one : JSON.readTree(Files.readAllBytes(PAYLOADS.resolve(kind + ".json")))) {
                all.add(delivery(kind, one, line));
            }
        }
        return all;
    }

    private static byte[] delivery(String kind, JsonNode one, Line line) {
        var root = JSON.createObjectNode().put("object", "whatsapp_business_account");
        var entry = root.putArray("entry").addObject().put("id", line.waba());
        var change = entry.putArray("changes").addObject();
        boolean isField = kind.equals("fields");
        change.put("field", isField ? one.path("field").asString() : "messages");
        var value = isField ? (ObjectNode) one.path("value").deepCopy() : JSON.createObjectNode();
        change.set("value", value);
        value.put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", line.displayNumber().replaceAll("\\D", ""))
                .put("phone_number_id", line.phoneNumberId());
        if (!isField) {
            value.putArray(kind).add(complete((ObjectNode) one.path("item").deepCopy()));
        }
        return JSON.writeValueAsString(root)
                .replace("NUMBER", line.phoneNumberId())
                .getBytes(UTF_8);
    }

    private static ObjectNode complete(ObjectNode item) {
        Stream.of("id", "timestamp", "from")
                .filter(it -> !item.has(it))
                .forEach(it -> item.put(it, usual(it)));
        return item;
    }

    private static String usual(String field) {
        return switch (field) {
            case "id" -> "wamid.fuzz";
            case "timestamp" -> Long.toString(Instant.now().getEpochSecond());
            default -> "15559990000";
        };
    }
}
