package io.moked.hours;

import io.moked.kernel.Cursor;
import java.time.Instant;
import java.util.UUID;

/**
 * Opening hours under a name.
 *
 * @param version counts the changes, so that nobody undoes one they have not seen
 */
public record Calendar(
        UUID id,
        String name,
        OpeningHours hours,
        int version,
        Instant createdAt,
        Instant changedAt) {

    Cursor cursor() {
        return new Cursor(createdAt, id);
    }
}
