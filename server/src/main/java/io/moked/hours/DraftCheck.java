package io.moked.hours;

import io.moked.hours.CalendarDraft.OpeningSpan;
import io.moked.hours.CalendarDraft.SpecialOpening;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what cannot be meant in a calendar, and says which field it is. */
final class DraftCheck {

    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|24:00");
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private DraftCheck() {}

    static OpeningHours hours(CalendarDraft draft) {
        if (!ZONES.contains(draft.timeZone())) {
            throw new Invalid("timeZone", "unknown");
        }
        return new OpeningHours(
                ZoneId.of(draft.timeZone()), week(draft), specialDays(draft.specialDays()));
    }

    static String name(String name) {
        return named(name, "name");
    }

    private static String named(@Nullable String name, String field) {
        var words = name == null ? "" : name.strip();
        if (words.isEmpty() || words.length() > Limit.CALENDAR_NAME_CHARACTERS.value()) {
            throw new Invalid(field, "out-of-range");
        }
        return words;
    }

    private static Map<DayOfWeek, List<Span>> week(CalendarDraft draft) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, spans(field(day), draft.week().on(day)));
        }
        for (var day : DayOfWeek.values()) {
            apart(day, Objects.requireNonNull(week.get(day)), week);
        }
        return week;
    }

    private static String field(DayOfWeek day) {
        return "week." + day.name().toLowerCase(Locale.ROOT);
    }

    /** What goes past midnight must not run into what begins on the day after. */
    private static void apart(DayOfWeek day, List<Span> spans, Map<DayOfWeek, List<Span>> week) {
        var tomorrow = day.plus(1);
        var later = Objects.requireNonNull(week.get(tomorrow));
        for (int n = 0; n < later.size(); n++) {
            var next = later.get(n).daysLater(1);
            if (spans.stream().anyMatch(next::overlaps)) {
                throw new Invalid(field(tomorrow) + "." + n, "overlaps");
            }
        }
    }

    private static List<Span> spans(String field, List<OpeningSpan> wanted) {
        if (wanted.size() > Limit.SPANS_A_DAY.value()) {
            throw new Invalid(field, "too-many");
        }
        var spans = new ArrayList<Span>();
        for (int n = 0; n < wanted.size(); n++) {
            var span = span(field + "." + n, wanted.get(n));
            if (spans.stream().anyMatch(span::overlaps)) {
                throw new Invalid(field + "." + n, "overlaps");
            }
            spans.add(span);
        }
        return spans;
    }

    private static Span span(String field, OpeningSpan wanted) {
        int from = minutes(field + ".from", wanted.from());
        int to = minutes(field + ".to", wanted.to());
        if (from == Span.DAY) {
            throw new Invalid(field + ".from", "malformed");
        }
        if (from == to) {
            throw new Invalid(field + ".to", "equal-ends");
        }
        if (!Boolean.TRUE.equals(wanted.nextDay())) {
            if (to < from) {
                throw new Invalid(field + ".to", "ends-before");
            }
            return new Span(from, to);
        }
        if (to > from) {
            throw new Invalid(field + ".to", "longer-than-a-day");
        }
        return new Span(from, to + Span.DAY);
    }

    private static int minutes(String field, @Nullable String clock) {
        if (clock == null || !CLOCK.matcher(clock).matches()) {
            throw new Invalid(field, "malformed");
        }
        return Integer.parseInt(clock.substring(0, 2)) * 60 + Integer.parseInt(clock.substring(3));
    }

    private static List<SpecialDay> specialDays(List<SpecialOpening> wanted) {
        if (wanted.size() > Limit.SPECIAL_DAYS.value()) {
            throw new Invalid("specialDays", "too-many");
        }
        var days = new ArrayList<SpecialDay>();
        var known = new HashSet<Object>();
        for (int n = 0; n < wanted.size(); n++) {
            var field = "specialDays." + n;
            var day = specialDay(field, wanted.get(n));
            var date = day.date();
            if (!known.add(date == null ? Objects.requireNonNull(day.yearly()) : date)) {
                throw new Invalid(field + (date == null ? ".yearly" : ".date"), "duplicate");
            }
            days.add(day);
        }
        return days;
    }

    private static SpecialDay specialDay(String field, SpecialOpening wanted) {
        if ((wanted.date() == null) == (wanted.yearly() == null)) {
            throw new Invalid(field + ".date", "date-or-yearly");
        }
        var spans = Objects.requireNonNullElse(wanted.spans(), List.<OpeningSpan>of());
        return new SpecialDay(
                date(field + ".date", wanted.date()),
                yearly(field + ".yearly", wanted.yearly()),
                named(wanted.name(), field + ".name"),
                spans(field + ".spans", spans));
    }

    private static @Nullable LocalDate date(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() < 2000 || date.getYear() > Limit.SPECIAL_DAY_LAST_YEAR.value()) {
                throw new Invalid(field, "out-of-range");
            }
            return date;
        } catch (DateTimeException noDay) {
            throw new Invalid(field, "malformed");
        }
    }

    private static @Nullable MonthDay yearly(String field, @Nullable String text) {
        try {
            return text == null ? null : MonthDay.parse("--" + text);
        } catch (DateTimeException noDay) {
            throw new Invalid(field, "malformed");
        }
    }
}
