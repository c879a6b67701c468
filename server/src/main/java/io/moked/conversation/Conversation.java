package io.moked.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.channel.ChannelId;
import io.moked.media.MediaId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /**
     * Keeps account of what waits and of what agents hold; the room that routes does, which stands
     * above this one. Called within the transaction that moves the conversations, with these
     * locked.
     */
    public interface Workload {

        /**
         * A conversation that somebody has to answer.
         *
         * @param channel by which it weighs
         * @param department in whose line it waits; null for the line of a tenant without any
         */
        record Work(UUID conversation, UUID channel, @Nullable UUID department) {}

        /** In whose line new conversations of a number wait: a department's, or the only one. */
        @FunctionalInterface
        interface Entrance {

            @Nullable UUID of(ChannelId channel);
        }

        /** By whose hand an agent comes to have a conversation. */
        enum Hand {
            /** They took it, or a colleague hands it over; no more than they can hold. */
            OWN,
            /** Somebody gave it to them, or it comes back to them: whatever they hold. */
            ANOTHERS
        }

        /** These, which nobody has, wait from now on. */
        void waits(List<Work> work);

        /** These, whoever had them, wait again, at the place that their whole wait deserves. */
        void waitsAgain(List<Work> work);

        /**
         * An agent has these from now on, and nobody else.
         *
         * @return whether that is more than they can hold
         */
        boolean areGiven(List<Work> work, UserId agent, Hand hand);

        /** Nobody holds these for some time; the place of their whole wait is remembered. */
        void rest(Collection<UUID> conversations);

        /**
         * These come back to agents who had them, as far as each has room for them.
         *
         * @return those that have come back
         */
        Set<UUID> comeBack(Map<Work, UserId> work);

        /** These ask nothing of anybody; whoever had them has them no more. */
        void ends(Collection<UUID> conversations);
    }

    /** What departments are to conversations; the room that keeps them stands above this one. */
    public interface Departments {

        Map<UUID, String> names(Collection<UUID> departments);

        /** In whose line new conversations of a number wait; without one there is a single line. */
        @Nullable UUID lineOf(UUID channel);
    }

    /**
     * What was promised to whoever writes, and is to be kept next.
     *
     * @param endangeredAt from when on there is not much time left
     */
    public record Promise(Kind kind, Instant dueAt, Instant endangeredAt) {

        /** What by then will have been done. */
        public enum Kind {
            FIRST_RESPONSE,
            NEXT_RESPONSE,
            RESOLUTION;

            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * How far one has come that is not resolved.
     *
     * @param isAnswered whether anybody has answered since it was opened
     * @param askedAt since when the contact waits for an answer, if they do
     */
    public record Progress(
            UUID id,
            boolean isSnoozed,
            Instant openedAt,
            boolean isAnswered,
            @Nullable Instant askedAt) {}

    /**
     * The nearest promise about each conversation; what is promised, a room above this one knows.
     */
    public interface Promises {

        void keep(Map<UUID, Promise> nearest);

        void drop(Collection<UUID> conversations);

        Map<UUID, Promise> of(Collection<UUID> conversations);

        /** Those to be answered, in the order of their ids; nothing happens to them until then. */
        List<Progress> lockUnresolved(UUID after, int most);
    }

    /** What rules are to conversations, likewise. */
    public interface Rules {

        Map<UUID, String> names(Collection<UUID> rules);
    }

    /** Files that are kept to be sent again, likewise. */
    public interface KeptFiles {

        /** Whether somebody may, wherever it was sent. */
        boolean mayRead(SignedIn caller, MediaId file);
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
        return new Workload.Work(id, channelId, departmentId);
    }

    Workload.Work workIn(UUID department) {
        return new Workload.Work(id, channelId, department);
    }

    boolean isWithin(SignedIn caller, Permission permission) {
        return new Place(departmentId, assigneeId).isWithin(caller, permission);
    }

    boolean mayWriteAt(Instant now) {
        var closes = serviceWindowClosesAt();
        return closes != null && closes.isAfter(now.plus(UNDERWAY));
    }
}
