package io.moked.channel;

import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a number belongs, and through which app it is connected.
 *
 * @param formerAppId through which it was connected until {@code movedAt}, if it has moved
 */
public record Located(
        TenantId tenant,
        ChannelId channel,
        @Nullable UUID appId,
        @Nullable UUID formerAppId,
        @Nullable Instant movedAt) {

    /**
     * Whether this app may say what came then: what was kept before a move is worked through after.
     */
    public boolean isThrough(@Nullable UUID app, Instant receivedAt) {
        return Objects.equals(app, appId)
                || movedAt != null
                        && !receivedAt.isAfter(movedAt)
                        && Objects.equals(app, formerAppId);
    }
}
