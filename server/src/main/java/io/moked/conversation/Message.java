package io.moked.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.channel.Content;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something said to or by a contact. */
public record Message(
        UUID id,
        UUID conversationId,
        Direction direction,
        Author author,
        Content content,
        Status status,
        @Nullable Failure failure,
        @Nullable UUID clientId,
        @Nullable UUID retriedBy,
        Instant at) {

    /** From the contact or to them. */
    public enum Direction {
        INBOUND,
        OUTBOUND;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far it has come, in the order of the database's type of the same name. */
    public enum Status {
        RECEIVED,
        QUEUED,
        UNCONFIRMED,
        SENT,
        FAILED,
        DELIVERED,
        READ;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it could not be sent: a stable code, and the network's own words. */
    public record Failure(String code, @Nullable String reason) {}
}
