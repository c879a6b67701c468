package io.moked.broadcast;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When nobody is to be disturbed, by the clock of whoever would be: from a time to another, which
 * may be of the next day.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** When they end, for somebody for whom they have begun. */
    Optional<Instant> endFor(ZoneId zone, Instant now) {
        var there = now.atZone(zone);
        return areAt(there.toLocalTime()) ? Optional.of(end(there).toInstant()) : Optional.empty();
    }

    private boolean areAt(LocalTime time) {
        boolean hasBegun = !time.isBefore(from);
        boolean hasNotEnded = time.isBefore(to);
        return from.isBefore(to) ? hasBegun && hasNotEnded : hasBegun || hasNotEnded;
    }

    private ZonedDateTime end(ZonedDateTime there) {
        var day =
                there.toLocalTime().isBefore(to)
                        ? there.toLocalDate()
                        : there.toLocalDate().plusDays(1);
        return day.atTime(to).atZone(there.getZone());
    }
}
