package io.moked.simulator.webhook;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.World.Line;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The shapes Meta posts (Graph API v24 and later). */
public final class Payload {

    private Payload() {}

    static ObjectNode message(Chat chat, Entry entry) {
        ObjectNode message = Json.object();
        if (!chat.hidesNumber()) {
            message.put("from", chat.customer().phone());
        }
        message.put("from_user_id", chat.line().userId(chat.customer()))
                .put("id", entry.wamid())
                .put("timestamp", Long.toString(entry.at().getEpochSecond()))
                .setAll(entry.content());
        ObjectNode value = value(chat.line());
        value.set("contacts", Json.array().add(contact(chat)));
        value.set("messages", Json.array().add(message));
        return value;
    }

    static ObjectNode status(Chat chat, Entry entry, StatusUpdate status, Instant now) {
        ObjectNode update =
                Json.object()
                        .put("id", entry.wamid())
                        .put("status", status.name())
                        .put("timestamp", Long.toString(now.getEpochSecond()));
        recipient(update, chat, Json.text(entry.content(), "group_id"));
        if (entry.opaque() != null) {
            update.put("biz_opaque_callback_data", entry.opaque());
        }
        ObjectNode value = value(chat.line());
        if (status.failure() != null) {
            update.set("errors", Json.array().add(status.failure()));
        } else {
            value.set("contacts", Json.array().add(contact(chat)));
        }
        if (status.priced()) {
            update.set("pricing", status.pricing());
        }
        value.set("statuses", Json.array().add(update));
        return value;
    }

    /** The person; of a message to a group the group, and whose phone it came to. */
    private static void recipient(ObjectNode update, Chat chat, String group) {
        String who = group.isEmpty() ? "recipient" : "recipient_participant";
        if (!group.isEmpty()) {
            update.put("recipient_id", group).put("recipient_type", "group");
        }
        if (!chat.hidesNumber()) {
            update.put(who + "_id", chat.customer().phone());
        }
        update.put(who + "_user_id", chat.line().userId(chat.customer()));
    }

    static ObjectNode envelope(List<Update> updates) {
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        for (Update update : updates) {
            String waba = update.line().waba().id();
            ObjectNode entry = entries.computeIfAbsent(waba, id -> Json.object().put("id", id));
            if (!update.value().has("metadata")) {
                entry.put("time", update.notBefore().getEpochSecond());
            }
            entry.withArray("changes")
                    .add(Json.object().set("value", update.value()).put("field", update.field()));
        }
        ObjectNode envelope = Json.object().put("object", "whatsapp_business_account");
        envelope.putArray("entry").addAll(entries.values());
        return envelope;
    }

    /** The beginning of everything that concerns a number. */
    public static ObjectNode value(Line line) {
        ObjectNode value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", line.digits())
                .put("phone_number_id", line.number().id());
        return value;
    }

    public static ObjectNode contact(Chat chat) {
        Customer customer = chat.customer();
        ObjectNode contact = Json.object();
        ObjectNode profile = contact.putObject("profile").put("name", customer.name());
        if (customer.username() != null) {
            profile.put("username", customer.username());
        }
        if (!chat.hidesNumber()) {
            contact.put("wa_id", customer.phone());
        }
        return contact.put("user_id", chat.line().userId(customer));
    }
}
