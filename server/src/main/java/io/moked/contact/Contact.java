package io.moked.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as a business knows them.
 *
 * @param phone digits with country code; null where the network withholds it
 * @param language as far as known
 */
public record Contact(
        UUID id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String language,
        Instant firstSeenAt,
        Instant lastSeenAt) {}
