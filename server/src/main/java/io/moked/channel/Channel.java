package io.moked.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connected number.
 *
 * @param externalId what the network calls it; for WhatsApp the phone_number_id
 * @param address what people dial
 * @param accountId the account at the network that it belongs to, if that is known
 * @param appId the tenant's own app that it is connected through; null for the platform's
 * @param deliveredAt about when the network last delivered anything for it
 */
public record Channel(
        ChannelId id,
        String name,
        String externalId,
        String address,
        @Nullable String accountId,
        @Nullable UUID appId,
        @Nullable Instant deliveredAt) {}
