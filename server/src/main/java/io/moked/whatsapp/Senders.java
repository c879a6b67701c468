package io.moked.whatsapp;

import static io.moked.graph.Json.text;

import io.moked.channel.Sender;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who wrote, as Meta tells it. */
final class Senders {

    private Senders() {}

    /** Since 2026 the phone may be absent; then the business-scoped user id tells who wrote. */
    static Sender of(Item item) {
        var phone = text(item.node(), "from");
        var userId = text(item.node(), "from_user_id");
        var parentId = text(item.node(), "from_parent_user_id");
        var changed = changed(item.node().path("system"), phone, userId);
        if (changed != null) {
            return changed;
        }
        for (var contact : item.contacts()) {
            if (phone != null && phone.equals(text(contact, "wa_id"))
                    || userId != null && userId.equals(text(contact, "user_id"))) {
                var profile = contact.path("profile");
                return new Sender(
                        phone,
                        userId == null ? text(contact, "user_id") : userId,
                        parentId == null ? text(contact, "parent_user_id") : parentId,
                        text(profile, "name"),
                        text(profile, "username"),
                        null);
            }
        }
        return new Sender(phone, userId, parentId, null, null, null);
    }

    /** Whom the business wrote to, or called. */
    static Sender recipient(Item item) {
        var phone = recipientPhone(item.node());
        var userId = recipientId(item.node());
        var parentId = either(item.node(), "to_parent_user_id", "recipient_parent_user_id");
        for (var contact : item.contacts()) {
            var known = text(contact, "wa_id");
            var knownId = text(contact, "user_id");
            if (phone != null && phone.equals(known) || userId != null && userId.equals(knownId)) {
                var profile = contact.path("profile");
                return new Sender(
                        known == null ? phone : known,
                        userId == null ? knownId : userId,
                        parentId,
                        text(profile, "name"),
                        text(profile, "username"),
                        null);
            }
        }
        return new Sender(phone, userId, parentId, null, null, null);
    }

    /** The number may come as somebody typed it. */
    static @Nullable String recipientPhone(JsonNode node) {
        return digits(either(node, "to", "recipient_id"));
    }

    static @Nullable String recipientId(JsonNode node) {
        return either(node, "to_user_id", "recipient_user_id");
    }

    static @Nullable String digits(@Nullable String phone) {
        var digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.isEmpty() ? null : digits;
    }

    private static @Nullable String either(JsonNode node, String one, String other) {
        var told = text(node, one);
        return told == null ? text(node, other) : told;
    }

    /** A number or user id has been exchanged for another; the sender is who they were before. */
    private static @Nullable Sender changed(
            JsonNode system, @Nullable String phone, @Nullable String userId) {
        var newPhone = text(system, "wa_id");
        var newUserId = text(system, "user_id");
        if (newPhone == null && newUserId == null) {
            return null;
        }
        var told = text(system, "previous_user_id");
        var oldUserId = told != null || userId == null || userId.equals(newUserId) ? told : userId;
        var oldPhone = phone == null || phone.equals(newPhone) ? null : phone;
        var oldParentId = text(system, "previous_parent_user_id");
        var formerly =
                oldPhone == null && oldUserId == null && oldParentId == null
                        ? null
                        : new Sender(oldPhone, oldUserId, oldParentId, null, null, null);
        var parentId = text(system, "parent_user_id");
        return new Sender(newPhone, newUserId, parentId, null, null, formerly);
    }
}
