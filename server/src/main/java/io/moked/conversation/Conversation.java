package io.moked.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
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
        @Nullable UUID lastMessageId,
        @Nullable Instant snoozedUntil,
        @Nullable UUID dispositionId) {

    /** How long a business may write freely after the contact's last message (Cloud API). */
    static final Duration SERVICE_WINDOW = Duration.ofHours(24);

    /** What is sent may take so long to reach the network, whose clock decides. */
    private static final Duration UNDERWAY = Duration.ofSeconds(5);

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

    /** What a business asks of ends; the room that keeps it stands above this one. */
    public interface Endings {

        /**
         * Hears, within its transaction, that somebody ends a conversation, and may refuse it.
         *
         * @param disposition why it ends; null where they do not say
         * @return whether whoever had it keeps its room for some time
         */
        boolean ends(Conversation conversation, @Nullable UUID disposition, UserId by);

        /** Likewise that one is set aside until then. */
        void rests(UUID conversation, Instant until);

        /** For how long after its end a message of the contact opens one again. */
        Duration reopening();

        /** What dispositions are called, those of the past too. */
        Map<UUID, String> dispositions(Collection<UUID> ids);
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
        return closes != null && closes.isAfter(now.plus(UNDERWAY));
    }
}
