package io.moked.hours;

/**
 * A time of being open, in minutes of the clock of the day on which it begins; what goes past
 * midnight ends beyond 24:00.
 */
public record Span(int from, int to) {

    static final int DAY = 24 * 60;

    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    /** The same, as a day so many days before sees it. */
    Span daysLater(int days) {
        return new Span(from + days * DAY, to + days * DAY);
    }
}
