package io.moked.hours;

import java.util.List;

/**
 * Special days found in a file; nothing is taken from it before somebody has looked.
 *
 * @param days closed ones, by their dates; those of every year come last
 * @param leftOut events that are not among them
 */
public record HolidayFile(List<SpecialDay> days, List<LeftOut> leftOut) {

    /** Why an event of the file is no special day. */
    public enum Why {
        PAST,
        NOT_ALL_DAY,
        REPEATS_OTHERWISE,
        TOO_LONG,
        CANCELLED,
        MALFORMED
    }

    /** How many events are left out for one reason. */
    public record LeftOut(Why why, int events) {}
}
