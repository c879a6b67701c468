package io.moked.whatsapp;

import io.moked.graph.Json;
import io.moked.whatsapp.DeliveryStore.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a delivery holds: all entries, all changes, all messages and statuses of each (Meta
 * batches up to 1,000 and mixes numbers, and so tenants, in one body).
 */
@Component
class DeliveryReader {

    private static final String OBJECT = "whatsapp_business_account";

    private final JsonMapper json;

    DeliveryReader(JsonMapper json) {
        this.json = json;
    }

    /** What a delivery holds, in its order. */
    record Reading(List<Item> items, List<Told> told) {}

    /** Something about one number: a message of a contact or a status of ours. */
    record Item(
            String phoneNumberId,
            Kind kind,
            JsonNode node,
            JsonNode contacts,
            JsonNode metadata,
            Instant receivedAt,
            @Nullable UUID app) {

        enum Kind {
            MESSAGE,
            STATUS
        }

        int lane() {
            return Lane.of(phoneNumberId);
        }
    }

    /**
     * What is neither a message nor a status: another field, or errors.
     *
     * @param body a delivery that holds this and nothing else
     */
    record Told(
            String field, String account, @Nullable String number, JsonNode value, byte[] body) {}

    /** The body is not what Meta sends. */
    static final class Unreadable extends Exception {
        Unreadable(String why) {
            super(why);
        }
    }

    Reading read(Delivery delivery) throws Unreadable {
        JsonNode root;
        try {
            root = json.readTree(delivery.body());
        } catch (JacksonException broken) {
            throw new Unreadable("not-json");
        }
        if (!OBJECT.equals(root.path("object").asString(""))) {
            throw new Unreadable("unknown-object");
        }
        var reading = new Reading(new ArrayList<>(), new ArrayList<>());
        for (var entry : root.path("entry")) {
            for (var change : entry.path("changes")) {
                readChange(entry, change, delivery, reading);
            }
        }
        if (reading.items().isEmpty() && reading.told().isEmpty()) {
            throw new Unreadable("nothing-in-it");
        }
        return reading;
    }

    private void readChange(JsonNode entry, JsonNode change, Delivery delivery, Reading reading) {
        var field = Json.storable(change.path("field").asString(""));
        var value = change.path("value");
        var number = Json.storable(value.path("metadata").path("phone_number_id").asString(""));
        boolean isEmpty = value.path("messages").isEmpty() && value.path("statuses").isEmpty();
        if (!field.equals("messages") || number.isEmpty() || isEmpty) {
            boolean isOfErrors = field.equals("messages") && !value.path("errors").isEmpty();
            reading.told().add(told(isOfErrors ? "errors" : field, entry, change));
            return;
        }
        if (!value.path("errors").isEmpty()) {
            reading.told().add(told("errors", entry, without(change, "messages", "statuses")));
        }
        for (var message : value.path("messages")) {
            if (message.has("group_id")) {
                reading.told().add(told("group-message", entry, with(change, message)));
            } else {
                reading.items().add(item(Item.Kind.MESSAGE, message, number, value, delivery));
            }
        }
        for (var status : value.path("statuses")) {
            reading.items().add(item(Item.Kind.STATUS, status, number, value, delivery));
        }
    }

    private Told told(String field, JsonNode entry, JsonNode change) {
        var value = change.path("value");
        return new Told(
                field,
                Json.storable(entry.path("id").asString("")),
                Json.text(value.path("metadata"), "phone_number_id"),
                value,
                wrap(entry, change));
    }

    private static Item item(
            Item.Kind kind, JsonNode node, String number, JsonNode value, Delivery delivery) {
        return new Item(
                number,
                kind,
                node,
                value.path("contacts"),
                value.path("metadata"),
                delivery.receivedAt(),
                delivery.app());
    }

    private static JsonNode without(JsonNode change, String... fields) {
        var copy = change.deepCopy();
        ((ObjectNode) copy.path("value")).remove(List.of(fields));
        return copy;
    }

    /** Of its messages this one only: what was said in a group is nobody's conversation here. */
    private static JsonNode with(JsonNode change, JsonNode message) {
        var copy = without(change, "messages", "statuses", "errors");
        ((ObjectNode) copy.path("value")).putArray("messages").add(message);
        return copy;
    }

    private byte[] wrap(JsonNode entry, JsonNode change) {
        var alone = json.createObjectNode();
        alone.put("object", OBJECT);
        var copy = alone.putArray("entry").addObject();
        copy.set("id", entry.path("id"));
        copy.putArray("changes").add(change);
        return bytes(alone);
    }

    /** A delivery that holds this one item and nothing else. */
    byte[] alone(Item item) {
        var root = json.createObjectNode();
        root.put("object", OBJECT);
        var change = root.putArray("entry").addObject().putArray("changes").addObject();
        change.put("field", "messages");
        var value = change.putObject("value");
        value.put("messaging_product", "whatsapp");
        value.set("metadata", item.metadata());
        if (item.contacts().isArray()) {
            value.set("contacts", item.contacts());
        }
        value.putArray(item.kind() == Item.Kind.MESSAGE ? "messages" : "statuses").add(item.node());
        return bytes(root);
    }

    private byte[] bytes(ObjectNode node) {
        return json.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }
}
