package io.moked.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Permission;
import io.moked.access.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation as it stands. */
public record Conversation(
        UUID id,
        UUID contactId,
        UUID channelId,
        Status status,
        Handler handler,
        @Nullable UUID departmentId,
        @Nullable UUID assigneeId,
        List<String> labels,
        int unread,
        Instant openedAt,
        @Nullable Instant waitingSince,
        @Nullable Instant lastInboundAt,
        Instant lastMessageAt,
        @Nullable UUID lastMessageId) {

    /** How long a business may write freely after the contact's last message (Cloud API). */
    static final Duration SERVICE_WINDOW = Duration.ofHours(24);

    /** Whether work on it goes on. */
    public enum Status {
        OPEN,
        SNOOZED,
        RESOLVED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who answers now. */
    public enum Handler {
        NOBODY,
        BOT,
        QUEUE,
        AGENT;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Until when anything may be written; null where the contact never wrote. */
    public @Nullable Instant serviceWindowClosesAt() {
        return lastInboundAt == null ? null : lastInboundAt.plus(SERVICE_WINDOW);
    }

    /** What departments are to conversations; the room that keeps them stands above this one. */
    public interface Departments {

        Map<UUID, String> names(Collection<UUID> departments);

        /** In whose line new conversations wait; without one there is a single line. */
        Optional<UUID> standard();
    }

    /** What rules are to conversations, likewise. */
    public interface Rules {

        Map<UUID, String> names(Collection<UUID> rules);
    }

    /** Where a conversation stands, which decides whom it concerns. */
    public record Place(@Nullable UUID departmentId, @Nullable UUID assigneeId) {

        /** Whether a permission of the caller extends to it; what is their own always does. */
        public boolean isWithin(SignedIn caller, Permission permission) {
            return caller.user().value().equals(assigneeId)
                    || caller.reach(permission).includes(departmentId);
        }
    }

    Workload.Work work() {
        return new Workload.Work(id, departmentId);
    }

    boolean isWithin(SignedIn caller, Permission permission) {
        return new Place(departmentId, assigneeId).isWithin(caller, permission);
    }

    boolean mayWriteAt(Instant now) {
        var closes = serviceWindowClosesAt();
        return closes != null && closes.isAfter(now);
    }
}
