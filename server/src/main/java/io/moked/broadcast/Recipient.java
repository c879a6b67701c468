package io.moked.broadcast;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody a broadcast is for, and how that went.
 *
 * @param state how far their message has come, or {@code waiting} or {@code skipped}
 * @param reason why skipped or failed
 */
public record Recipient(
        UUID contact,
        String state,
        @Nullable String reason,
        @Nullable UUID conversation,
        @Nullable Instant queuedAt,
        @Nullable Instant repliedAt) {}
