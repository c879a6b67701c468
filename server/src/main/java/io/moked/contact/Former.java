package io.moked.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contact is no longer known by.
 *
 * @param replacedBy what they have in its place
 * @param passedTo who has it now
 */
record Former(
        Identity identity,
        Held held,
        Instant until,
        @Nullable String replacedBy,
        @Nullable UUID passedTo) {}
