package io.moked.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.UserId;
import io.moked.channel.Content;
import io.moked.channel.Context;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something said to or by a contact. */
public record Message(
        UUID id,
        UUID conversationId,
        Direction direction,
        Author author,
        Content content,
        @Nullable Context context,
        Status status,
        @Nullable Failure failure,
        @Nullable Delay delay,
        @Nullable UUID clientId,
        @Nullable UUID retriedBy,
        @Nullable Instant unconfirmedAt,
        Since since,
        @Nullable Sign sign,
        Instant at) {

    /**
     * What the contact has done to it since.
     *
     * @param reaction the sign they put under it
     */
    public record Since(
            @Nullable String reaction, @Nullable Instant editedAt, @Nullable Instant revokedAt) {

        static final Since NOTHING = new Since(null, null, null);
    }

    /**
     * Our own sign under it.
     *
     * @param failure why the latest was not sent; then the one before it stands
     */
    public record Sign(@Nullable String emoji, @Nullable Failure failure) {}

    /**
     * Why it is not sent yet, though it was tried; never kept, for the outbox knows.
     *
     * @param code as of a failure
     * @param nextTryAt when it is tried again, at the earliest
     */
    public record Delay(String code, Instant nextTryAt) {}

    Message with(Sign sign) {
        return with(content, status, delay, since, sign);
    }

    Message with(Content latest, Since since) {
        return with(latest, status, delay, since, sign);
    }

    /** The same, on the wire. */
    Message leaving() {
        return with(content, Status.SENDING, null, since, sign);
    }

    /** The same, to be tried again. */
    Message with(Delay delay) {
        return with(content, status, delay, since, sign);
    }

    private Message with(
            Content content,
            Status status,
            @Nullable Delay delay,
            Since since,
            @Nullable Sign sign) {
        return new Message(
                id,
                conversationId,
                direction,
                author,
                content,
                context,
                status,
                failure,
                delay,
                clientId,
                retriedBy,
                unconfirmedAt,
                since,
                sign,
                at);
    }

    /** Who said it. */
    public record Author(Kind kind, @Nullable UUID id) {

        /** On which side of the conversation, and whether a person. */
        public enum Kind {
            CONTACT,
            AGENT,
            BOT,
            SYSTEM,
            /** Somebody of the business, in the network's app on their phone. */
            PHONE,
            /** The network's own machine, in the name of the business. */
            ASSISTANT;

            /** Whatever they said did not go through us, and never will. */
            boolean isElsewhere() {
                return this == PHONE || this == ASSISTANT;
            }

            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        static Author agent(UserId user) {
            return new Author(Kind.AGENT, user.value());
        }
    }

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
        /** On the wire; never kept, for the outbox knows. */
        SENDING,
        UNCONFIRMED,
        SENT,
        FAILED,
        DELIVERED,
        READ,
        PLAYED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why it could not be sent: a stable code, and the network's own words. */
    public record Failure(String code, @Nullable String reason) {}

    /** Who wrote something, as far as it matters to whoever looks for it. */
    public enum By {
        CONTACT,
        AGENT,
        /** A machine of the business, or of the network. */
        MACHINE,
        /** A colleague, and only colleagues read it. */
        NOTE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A message or note as what it is found by.
     *
     * @param channel the number it was written over
     * @param author the user, where it was one
     */
    public record Writing(
            UUID id,
            UUID conversation,
            UUID channel,
            By by,
            @Nullable UUID author,
            String words,
            List<UUID> files,
            Instant at) {}

    /** Messages and notes of the tenant in scope, in words. */
    public interface Writings {

        /** Those of them that there are, as they stand now; what was taken back says nothing. */
        Map<UUID, Writing> find(Collection<UUID> ids);

        /** So many ids of messages and notes that were kept before this one, the latest first. */
        List<UUID> before(UUID id, int most);

        /** Messages of a conversation that were kept since then, whenever they were written. */
        List<UUID> addedTo(UUID conversation, UUID since);

        /** What the network calls so, on one of these numbers. */
        Optional<UUID> byExternalId(String externalId, Collection<UUID> channels);

        /** What was written last in a conversation, if this is the id of one. */
        Optional<UUID> lastOf(UUID conversation);
    }
}
