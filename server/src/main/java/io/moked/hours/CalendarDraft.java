package io.moked.hours;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as it is written down and read.
 *
 * @param name what it is called
 * @param timeZone whose clock it goes by, such as {@code Asia/Jerusalem} (IANA)
 */
public record CalendarDraft(
        String name, String timeZone, OpeningWeek week, List<SpecialOpening> specialDays) {

    /**
     * A time of being open.
     *
     * @param from such as {@code 09:00}
     * @param to such as {@code 17:30}; {@code 24:00} is the end of the day
     * @param nextDay whether it goes past midnight, so that {@code to} is of the day after
     */
    public record OpeningSpan(String from, String to, @Nullable Boolean nextDay) {

        static OpeningSpan of(Span span) {
            boolean isPast = span.to() > Span.DAY;
            return new OpeningSpan(
                    clock(span.from()), clock(isPast ? span.to() - Span.DAY : span.to()), isPast);
        }

        private static String clock(int minutes) {
            return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
        }
    }

    /** When it is open in a usual week; a day without spans is closed. */
    public record OpeningWeek(
            @Nullable List<OpeningSpan> monday,
            @Nullable List<OpeningSpan> tuesday,
            @Nullable List<OpeningSpan> wednesday,
            @Nullable List<OpeningSpan> thursday,
            @Nullable List<OpeningSpan> friday,
            @Nullable List<OpeningSpan> saturday,
            @Nullable List<OpeningSpan> sunday) {

        static OpeningWeek of(Map<DayOfWeek, List<Span>> week) {
            var days =
                    Stream.of(DayOfWeek.values())
                            .map(it -> spans(week.getOrDefault(it, List.of())))
                            .toList();
            return new OpeningWeek(
                    days.get(0),
                    days.get(1),
                    days.get(2),
                    days.get(3),
                    days.get(4),
                    days.get(5),
                    days.get(6));
        }

        List<OpeningSpan> on(DayOfWeek day) {
            var spans =
                    switch (day) {
                        case MONDAY -> monday;
                        case TUESDAY -> tuesday;
                        case WEDNESDAY -> wednesday;
                        case THURSDAY -> thursday;
                        case FRIDAY -> friday;
                        case SATURDAY -> saturday;
                        case SUNDAY -> sunday;
                    };
            return Objects.requireNonNullElse(spans, List.of());
        }
    }

    /**
     * A day with hours of its own.
     *
     * @param date such as {@code 2026-12-25}; null where it is a day of every year
     * @param yearly such as {@code 12-25}; null where it is one date
     * @param spans none where it is closed
     */
    public record SpecialOpening(
            @Nullable String date,
            @Nullable String yearly,
            String name,
            @Nullable List<OpeningSpan> spans) {

        /** As it is written down. */
        public static SpecialOpening of(SpecialDay day) {
            return new SpecialOpening(
                    day.date() == null ? null : day.date().toString(),
                    day.yearly() == null ? null : day.yearly().toString().substring(2),
                    day.name(),
                    CalendarDraft.spans(day.spans()));
        }
    }

    private static List<OpeningSpan> spans(List<Span> spans) {
        return spans.stream().map(OpeningSpan::of).toList();
    }

    /** A calendar's hours as they are written down. */
    public static CalendarDraft of(Calendar calendar) {
        var hours = calendar.hours();
        return new CalendarDraft(
                calendar.name(),
                hours.zone().getId(),
                OpeningWeek.of(hours.week()),
                hours.specialDays().stream().map(SpecialOpening::of).toList());
    }
}
