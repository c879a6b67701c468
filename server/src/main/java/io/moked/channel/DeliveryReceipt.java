package io.moked.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a message of ours has come.
 *
 * @param reference our own id of the message, where the network gives it back
 * @param failure why it failed, if it did
 */
public record DeliveryReceipt(
        ChannelId channel,
        String externalId,
        @Nullable UUID reference,
        Status status,
        @Nullable Failure failure,
        Instant at) {

    /** In the order in which they can only rise. */
    public enum Status {
        SENT,
        FAILED,
        DELIVERED,
        READ,
        /** Of voice messages, where the contact lets it be known. */
        PLAYED
    }

    /** The network's code of a failure and its words. */
    public record Failure(String code, String reason) {

        /** The contact wants no marketing messages, as WhatsApp numbers it. */
        public static final String MARKETING_STOPPED = "131050";

        /** The window to write in is closed, as WhatsApp numbers it. */
        public static final String WINDOW_CLOSED = "131047";
    }
}
