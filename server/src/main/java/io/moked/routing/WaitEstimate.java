package io.moked.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How long somebody may have to wait: a span that it will lie in nearly always, and wide enough to
 * be kept.
 *
 * @param from in minutes
 * @param to in minutes; 0 where no end can be promised
 */
public record WaitEstimate(Kind kind, int from, int to) {

    /** What can be said. */
    public enum Kind {
        /** Nothing: nobody is at work. */
        UNKNOWN,
        /** A few minutes at most. */
        SOON,
        /** Within the span. */
        BETWEEN,
        /** More than an hour. */
        LONG;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The minutes that people speak of. */
    private static final int[] SPOKEN = {0, 5, 10, 15, 20, 30, 40, 50, 60, 90, 120, 150, 180};

    private static final int HOUR = 60;

    /** One in four waits less than the span says, and one in ten more. */
    private static final double FOURTH = -0.6745;

    private static final double TENTH = 1.2816;

    private static final WaitEstimate UNKNOWN = new WaitEstimate(Kind.UNKNOWN, 0, 0);
    private static final WaitEstimate SOON = new WaitEstimate(Kind.SOON, 0, SPOKEN[1]);
    private static final WaitEstimate LONG = new WaitEstimate(Kind.LONG, HOUR, 0);

    /**
     * As many have to end as stand before somebody, and one more, less those that are free. Where
     * {@code slots} conversations go on, each ending after {@code handling} on average, that takes
     * as long as the sum of so many exponential times: a gamma distribution, whose quantiles are
     * those of Wilson and Hilferty ("The Distribution of Chi-Square", PNAS 17, 1931).
     *
     * @param position 1 for who comes next
     */
    public static WaitEstimate of(double slots, double free, Duration handling, int position) {
        if (slots <= 0) {
            return UNKNOWN;
        }
        double ends = position - free;
        if (ends <= 0) {
            return SOON;
        }
        double minutes = handling.toMillis() / 60_000.0 / slots;
        if (ends * minutes >= HOUR) {
            return LONG;
        }
        int to = upTo(minutes * quantile(ends, TENTH));
        return to <= SOON.to()
                ? SOON
                : new WaitEstimate(Kind.BETWEEN, from(minutes * quantile(ends, FOURTH)), to);
    }

    /** Of the sum of so many exponential times with mean 1; of less than one, that share of one. */
    private static double quantile(double ends, double deviations) {
        double whole = Math.max(1, ends);
        double root = 1 - 1 / (9 * whole) + deviations / (3 * Math.sqrt(whole));
        return Math.min(1, ends) * whole * root * root * root;
    }

    private static int from(double minutes) {
        return IntStream.of(SPOKEN).filter(it -> it <= minutes).max().orElse(0);
    }

    private static int upTo(double minutes) {
        return IntStream.of(SPOKEN)
                .filter(it -> it >= minutes)
                .min()
                .orElse(SPOKEN[SPOKEN.length - 1]);
    }
}
