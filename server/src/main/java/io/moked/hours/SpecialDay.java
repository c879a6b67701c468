package io.moked.hours;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day with hours of its own, instead of those of its weekday: one date, or one day of every year.
 *
 * @param spans none where it is closed
 */
public record SpecialDay(
        @Nullable LocalDate date, @Nullable MonthDay yearly, String name, List<Span> spans) {

    public SpecialDay {
        if ((date == null) == (yearly == null)) {
            throw new IllegalArgumentException(
                    "A special day is one date, or one day of each year");
        }
        spans = List.copyOf(spans);
    }
}
