package io.moked.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A number that is connected, or was.
 *
 * @param externalId what the network calls it; for WhatsApp the phone_number_id
 * @param address what people dial
 * @param accountId the account at the network that it belongs to, if that is known
 * @param appId the tenant's own app that it is connected through; null for the platform's
 * @param deliveredAt about when the network last delivered anything for it
 * @param stop why the network takes nothing from it, if so
 * @param endedAt since when it is disconnected, if it is
 */
public record Channel(
        ChannelId id,
        String name,
        String externalId,
        String address,
        @Nullable String accountId,
        @Nullable UUID appId,
        @Nullable Instant deliveredAt,
        @Nullable Stop stop,
        @Nullable Instant endedAt) {

    /**
     * The network refuses whatever the number sends, until somebody mends what is wrong.
     *
     * @param code the network's
     */
    public record Stop(String code, Instant since) {}
}
