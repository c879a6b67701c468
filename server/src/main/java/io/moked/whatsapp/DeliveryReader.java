package io.moked.whatsapp;

import io.moked.graph.Json;
import io.moked.whatsapp.DeliveryStore.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private static final String TIME = "time";

    private final JsonMapper json;

    DeliveryReader(JsonMapper json) {
        this.json = json;
    }

    /** What a delivery holds, in its order. */
    record Reading(List<Item> items, List<Told> told) {}

    /**
     * What is neither a message nor a status: another field, or errors.
     *
     * @param at when it became so, if Meta tells
     * @param body a delivery that holds this and nothing else
     */
    record Told(
            String field,
            String account,
            @Nullable String number,
            JsonNode value,
            @Nullable Instant at,
            byte[] body) {}

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
        var kinds = Item.Kind.of(field);
        boolean isOfErrors = field.equals("messages") && !value.path("errors").isEmpty();
        if (number(value).isEmpty()
                || kinds.stream().allMatch(it -> value.path(it.array).isEmpty())) {
            reading.told().add(told(isOfErrors ? "errors" : field, entry, change));
            return;
        }
        if (isOfErrors) {
            reading.told().add(told("errors", entry, without(change, "messages", "statuses")));
        }
        for (var kind : kinds) {
            for (var node : value.path(kind.array)) {
                if (node.has("group_id")) {
                    reading.told().add(told("group-message", entry, with(change, kind, node)));
                } else if (kind == Item.Kind.PAST) {
                    readPast(entry, change, node, delivery, reading);
                } else {
                    reading.items().add(item(kind, node, null, value, delivery));
                }
            }
        }
    }

    /** A part of the past: what was said with whom, how far it has come, or why it does not. */
    private void readPast(
            JsonNode entry, JsonNode change, JsonNode part, Delivery delivery, Reading reading) {
        int before = reading.items().size();
        for (var thread : part.path("threads")) {
            var with = Json.text(thread, "id");
            for (var message : thread.path("messages")) {
                reading.items()
                        .add(item(Item.Kind.PAST, message, with, change.path("value"), delivery));
            }
        }
        if (part.has("metadata") || part.has("errors") || reading.items().size() == before) {
            var about = part.isObject() ? ((ObjectNode) part.deepCopy()).without("threads") : part;
            reading.told().add(told("history", entry, with(change, Item.Kind.PAST, about)));
        }
    }

    private static String number(JsonNode value) {
        return Json.storable(value.path("metadata").path("phone_number_id").asString(""));
    }

    private Told told(String field, JsonNode entry, JsonNode change) {
        var value = change.path("value");
        return new Told(
                field,
                Json.storable(entry.path("id").asString("")),
                Json.text(value.path("metadata"), "phone_number_id"),
                value,
                time(entry),
                wrap(entry, change));
    }

    /**
     * In whole seconds (Cloud API, "Webhooks": notification payload); of another kind it is none.
     */
    private static @Nullable Instant time(JsonNode entry) {
        var time = entry.path(TIME);
        return time.isIntegralNumber() && time.canConvertToInt() && time.asInt() > 0
                ? Instant.ofEpochSecond(time.asInt())
                : null;
    }

    private static Item item(
            Item.Kind kind,
            JsonNode node,
            @Nullable String thread,
            JsonNode value,
            Delivery delivery) {
        return new Item(
                number(value),
                kind,
                node,
                value.path("contacts"),
                value.path("metadata"),
                delivery.receivedAt(),
                delivery.app(),
                thread);
    }

    private static JsonNode without(JsonNode change, String... fields) {
        var copy = change.deepCopy();
        ((ObjectNode) copy.path("value")).remove(List.of(fields));
        return copy;
    }

    /** Of what it holds this one only: what was said in a group is nobody's conversation here. */
    private JsonNode with(JsonNode change, Item.Kind kind, JsonNode one) {
        var copy = json.createObjectNode();
        copy.set("field", change.path("field"));
        var value = copy.putObject("value");
        change.path("value")
                .forEachEntry((name, part) -> {
                    if (!part.isArray() || name.equals("contacts")) {
                        value.set(name, part);
                    }
                });
        value.putArray(kind.array).add(one);
        return copy;
    }

    private byte[] wrap(JsonNode entry, JsonNode change) {
        var alone = json.createObjectNode();
        alone.put("object", OBJECT);
        var copy = alone.putArray("entry").addObject();
        copy.set("id", entry.path("id"));
        if (entry.has(TIME)) {
            copy.set(TIME, entry.path(TIME));
        }
        copy.putArray("changes").add(change);
        return bytes(alone);
    }

    /** A delivery that holds this one item, whom it is with, and nothing of anybody else. */
    byte[] alone(Item item) {
        var root = json.createObjectNode();
        root.put("object", OBJECT);
        var change = root.putArray("entry").addObject().putArray("changes").addObject();
        change.put("field", item.kind().field);
        var value = change.putObject("value");
        value.put("messaging_product", "whatsapp");
        value.set("metadata", item.metadata());
        if (item.contacts().isArray()) {
            var contacts = value.putArray("contacts");
            item.contacts()
                    .forEach(it -> {
                        if (item.isWith(it)) {
                            contacts.add(it);
                        }
                    });
        }
        var array = value.putArray(item.kind().array);
        if (item.kind() == Item.Kind.PAST) {
            array =
                    array.addObject()
                            .putArray("threads")
                            .addObject()
                            .put("id", item.thread())
                            .putArray("messages");
        }
        array.add(item.node());
        return bytes(root);
    }

    private byte[] bytes(ObjectNode node) {
        return json.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }
}
