package io.moked.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a message of ours has come.
 *
 * @param reference our own id of the message, where the network gives it back
 * @param failure why it failed, if it did
 * @param pricing how the network charges for it, where it says so
 */
public record DeliveryReceipt(
        ChannelId channel,
        String externalId,
        @Nullable UUID reference,
        Status status,
        @Nullable Failure failure,
        @Nullable Pricing pricing,
        Instant at) {

    /** One that tells nothing of money. */
    public DeliveryReceipt(
            ChannelId channel,
            String externalId,
            @Nullable UUID reference,
            Status status,
            @Nullable Failure failure,
            Instant at) {
        this(channel, externalId, reference, status, failure, null, at);
    }

    /** In the order in which they can only rise. */
    public enum Status {
        SENT,
        FAILED,
        DELIVERED,
        READ,
        /** Of voice messages, where the contact lets it be known. */
        PLAYED
    }

    /**
     * How the network charges for a message, in its words, which change.
     *
     * @param type such as {@code regular} or {@code free_customer_service}
     * @param category such as {@code service}, {@code utility} or {@code marketing}
     * @param model such as {@code PMP}: each message has its price
     * @param billable whether it costs anything, where it says so
     */
    public record Pricing(
            @Nullable String type,
            @Nullable String category,
            @Nullable String model,
            @Nullable Boolean billable) {

        public static final Pricing UNTOLD = new Pricing(null, null, null, null);
    }

    /** The network's code of a failure and its words. */
    public record Failure(String code, String reason) {

        /** The contact wants no marketing messages, as WhatsApp numbers it. */
        public static final String MARKETING_STOPPED = "131050";

        /** The window to write in is closed, as WhatsApp numbers it. */
        public static final String WINDOW_CLOSED = "131047";
    }
}
