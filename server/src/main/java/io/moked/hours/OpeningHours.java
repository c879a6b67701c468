package io.moked.hours;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * When somebody is there, as people say it.
 *
 * @param week a weekday that is missing is closed
 */
public record OpeningHours(
        ZoneId zone, Map<DayOfWeek, List<Span>> week, List<SpecialDay> specialDays) {

    public OpeningHours {
        week = Map.copyOf(week);
        specialDays = List.copyOf(specialDays);
    }
}
