package io.moked.timetable;

import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;

/**
 * Work that is done again and again when its time has come, by one server for all.
 *
 * @param name a stable word
 * @param every how long from one time to the next
 * @param part does a small part of it, as of a moment, and tells of how many things it was; where
 *     it was none, the work is done
 */
public record TimedWork(String name, Duration every, ToIntFunction<Instant> part) {

    /** Things of one part, at most: enough to be quick, few enough to hold up nobody. */
    public static final int PART = 1_000;
}
