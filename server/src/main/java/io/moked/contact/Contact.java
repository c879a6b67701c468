package io.moked.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as a business knows them. One that was merged into another is told as that one, but for
 * the phone and username, which are its own.
 *
 * @param name as the business calls them, or else as they call themselves
 * @param phone digits with country code; null where the network withholds it
 * @param language as far as known
 * @param country where their phone or id is from (ISO 3166)
 * @param timeZone as set by hand, or else as their phone tells
 * @param hasWritten not yet, where they came from a list; then that is when they were seen
 */
public record Contact(
        UUID id,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String username,
        @Nullable String language,
        @Nullable String country,
        @Nullable String timeZone,
        List<String> labels,
        Instant firstSeenAt,
        Instant lastSeenAt,
        boolean hasWritten) {}
