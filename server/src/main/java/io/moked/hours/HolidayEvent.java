package io.moked.hours;

import io.moked.hours.HolidayFile.Why;
import io.moked.kernel.Limit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event of an iCalendar file (RFC 5545, 3.6.1), as far as it can be a holiday.
 *
 * <p>Of rules (3.3.10) it knows the two that holidays have: the same day every year, and the nth
 * weekday of a month. It counts from year to year and no further than a few ahead, so no rule keeps
 * it busy.
 *
 * @param values the values by their names; of those that stand there twice, the first
 * @param except what is said of dates on which it does not take place
 */
record HolidayEvent(Map<String, String> values, List<String> except) {

    private static final Set<String> RULE =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "WKST");
    private static final Pattern NTH = Pattern.compile("([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final String MIDNIGHT = "T000000";

    /** The days it takes: dates, or days of every year. */
    record Days(List<LocalDate> dates, List<MonthDay> yearly) {}

    /** Why it is none. */
    static final class NoHoliday extends Exception {
        private static final long serialVersionUID = 1L;

        final Why why;

        NoHoliday(Why why) {
            super(why.name(), null, false, false);
            this.why = why;
        }
    }

    Days from(LocalDate today) throws NoHoliday {
        try {
            return read(today);
        } catch (DateTimeException | ArithmeticException | NumberFormatException wrong) {
            throw new NoHoliday(Why.MALFORMED);
        }
    }

    private Days read(LocalDate today) throws NoHoliday {
        if ("CANCELLED".equalsIgnoreCase(values.get("STATUS"))) {
            throw new NoHoliday(Why.CANCELLED);
        }
        var first = date("DTSTART");
        if (first == null) {
            throw new NoHoliday(values.containsKey("DTSTART") ? Why.NOT_ALL_DAY : Why.MALFORMED);
        }
        int length = length(first);
        var rule = rule();
        if (rule.isEmpty()) {
            return dates(Stream.of(first), length, today);
        }
        if (isPlain(rule, first) && !ends(rule) && except.isEmpty()) {
            var days = first.datesUntil(first.plusDays(length)).map(MonthDay::from).distinct();
            return new Days(List.of(), days.toList());
        }
        return dates(occurrences(rule, first, today, length), length, today);
    }

    /** The date of a field; null where it has a time, or is not there. */
    private @Nullable LocalDate date(String field) {
        var text = values.get(field);
        if (text == null) {
            return null;
        }
        // Some programs write whole days from one midnight to another.
        var day = text.endsWith(MIDNIGHT) ? text.substring(0, text.indexOf('T')) : text;
        return day.length() == 8 ? LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE) : null;
    }

    /** In days; the end is the day after the last (3.6.1). */
    private int length(LocalDate first) throws NoHoliday {
        boolean isTimed = values.getOrDefault("DTSTART", "").endsWith(MIDNIGHT);
        var end = date("DTEND");
        if (end == null && (isTimed || values.containsKey("DTEND"))) {
            throw new NoHoliday(Why.NOT_ALL_DAY);
        }
        long days = end == null ? lasting() : ChronoUnit.DAYS.between(first, end);
        if (days > Limit.HOLIDAY_DAYS.value()) {
            throw new NoHoliday(Why.TOO_LONG);
        }
        return (int) Math.max(1, days);
    }

    private long lasting() {
        var text = values.get("DURATION");
        if (text == null) {
            return 1;
        }
        return text.contains("T") ? Duration.parse(text).toDays() : Period.parse(text).getDays();
    }

    private Map<String, String> rule() throws NoHoliday {
        if (values.containsKey("RDATE")) {
            throw new NoHoliday(Why.REPEATS_OTHERWISE);
        }
        var rule = new HashMap<String, String>();
        for (var part : values.getOrDefault("RRULE", "").split(";", -1)) {
            int at = part.indexOf('=');
            if (at > 0) {
                rule.put(part.substring(0, at), part.substring(at + 1));
            }
        }
        boolean isKnown =
                RULE.containsAll(rule.keySet())
                        && "YEARLY".equals(rule.getOrDefault("FREQ", "YEARLY"))
                        && "1".equals(rule.getOrDefault("INTERVAL", "1"));
        if (!isKnown) {
            throw new NoHoliday(Why.REPEATS_OTHERWISE);
        }
        return rule;
    }

    private static boolean ends(Map<String, String> rule) {
        return rule.containsKey("COUNT") || rule.containsKey("UNTIL");
    }

    /** Whether it is on the same day every year. */
    private static boolean isPlain(Map<String, String> rule, LocalDate first) {
        var month = Integer.toString(first.getMonthValue());
        var day = Integer.toString(first.getDayOfMonth());
        return !rule.containsKey("BYDAY")
                && month.equals(rule.getOrDefault("BYMONTH", month))
                && day.equals(rule.getOrDefault("BYMONTHDAY", day));
    }

    private Stream<LocalDate> occurrences(
            Map<String, String> rule, LocalDate first, LocalDate today, int length)
            throws NoHoliday {
        boolean isPlain = isPlain(rule, first);
        var nth = NTH.matcher(rule.getOrDefault("BYDAY", ""));
        var month = rule.get("BYMONTH");
        if (!isPlain && (!nth.matches() || month == null || rule.containsKey("BYMONTHDAY"))) {
            throw new NoHoliday(Why.REPEATS_OTHERWISE);
        }
        var last = last(rule, first, today);
        int from = Math.max(first.getYear(), today.minusDays(length).getYear());
        return IntStream.rangeClosed(from, last.getYear())
                .mapToObj(year ->
                        isPlain
                                ? sameDay(year, first)
                                : nth(
                                        LocalDate.of(year, Integer.parseInt(month), 1),
                                        Integer.parseInt(nth.group(1)),
                                        DayOfWeek.of(DAYS.indexOf(nth.group(2)) + 1)))
                .filter(Objects::nonNull)
                .filter(it -> !it.isBefore(first) && !it.isAfter(last));
    }

    private static @Nullable LocalDate sameDay(int year, LocalDate first) {
        var day = MonthDay.from(first);
        return day.isValidYear(year) ? day.atYear(year) : null;
    }

    private static @Nullable LocalDate nth(LocalDate month, int n, DayOfWeek day) {
        var found = month.with(TemporalAdjusters.dayOfWeekInMonth(n, day));
        return found.getMonth() == month.getMonth() ? found : null;
    }

    /** Where a rule ends, or where we stop to look. */
    private static LocalDate last(Map<String, String> rule, LocalDate first, LocalDate today) {
        var far = today.plusYears(Limit.HOLIDAY_YEARS.value());
        var until = rule.get("UNTIL");
        var count = rule.get("COUNT");
        var end = far;
        if (until != null) {
            end =
                    LocalDate.parse(
                            until.substring(0, Math.min(8, until.length())),
                            DateTimeFormatter.BASIC_ISO_DATE);
        } else if (count != null) {
            end = LocalDate.of(first.getYear() + Integer.parseInt(count) - 1, 12, 31);
        }
        return end.isBefore(far) ? end : far;
    }

    private Days dates(Stream<LocalDate> starts, int length, LocalDate today) throws NoHoliday {
        var left = except.stream().flatMap(it -> Stream.of(it.split(",", -1))).toList();
        var dates =
                starts.filter(it -> !left.contains(it.format(DateTimeFormatter.BASIC_ISO_DATE)))
                        .flatMap(it -> it.datesUntil(it.plusDays(length)))
                        .filter(it -> !it.isBefore(today))
                        .toList();
        if (dates.isEmpty()) {
            throw new NoHoliday(Why.PAST);
        }
        return new Days(dates, List.of());
    }
}
