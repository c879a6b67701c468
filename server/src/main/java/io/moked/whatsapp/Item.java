package io.moked.whatsapp;

import io.moked.graph.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something about one number.
 *
 * @param thread whom it was said with, where the message itself does not tell
 */
record Item(
        String phoneNumberId,
        Kind kind,
        JsonNode node,
        JsonNode contacts,
        JsonNode metadata,
        Instant receivedAt,
        @Nullable UUID app,
        @Nullable String thread) {

    /** What it is, by the field of the webhook and the array of its value that hold it. */
    enum Kind {
        /** A message of a contact. */
        MESSAGE("messages", "messages"),
        /** How far a message of ours has come. */
        STATUS("messages", "statuses"),
        /** A message written in the app on the business's phone. */
        ECHO("smb_message_echoes", "message_echoes"),
        /** What is said between a contact and Meta's own assistant. */
        STANDBY("standby", "messages"),
        STANDBY_ECHO("standby", "message_echoes"),
        STANDBY_STATUS("standby", "statuses"),
        /** A message from before the number was connected, and what a file of one was. */
        PAST("history", "history"),
        PAST_FILE("history", "messages"),
        /** Somebody of the address book on the business's phone. */
        LISTED("smb_app_state_sync", "state_sync"),
        CALL("calls", "calls"),
        /** How far a call of the business has come. */
        CALL_STATUS("calls", "statuses");

        final String field;
        final String array;

        Kind(String field, String array) {
            this.field = field;
            this.array = array;
        }

        static List<Kind> of(String field) {
            return Stream.of(values()).filter(it -> it.field.equals(field)).toList();
        }
    }

    /** Whether this is the contact who wrote it, or whom it was written to. */
    boolean isWith(JsonNode contact) {
        var phone = Json.text(contact, "wa_id");
        var userId = Json.text(contact, "user_id");
        return phone != null
                        && (phone.equals(Json.text(node, "from"))
                                || phone.equals(Senders.recipientPhone(node)))
                || userId != null
                        && (userId.equals(Json.text(node, "from_user_id"))
                                || userId.equals(Senders.recipientId(node)));
    }

    int lane() {
        return Lane.of(phoneNumberId);
    }
}
