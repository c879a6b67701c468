package io.moked.hours;

import static java.util.stream.Collectors.toMap;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Time counted in opening hours.
 *
 * <p>A border of a span is the first moment at which the clock on the wall shows it, or more. So
 * what lies in the hour that a spring leaves out does not take place, what goes over the hour that
 * an autumn repeats is longer by it, nobody opens twice, and borders stand in the order of the
 * clock. Where an hour comes twice, that is RFC 5545's reading too (3.3.5).
 *
 * <p>A span belongs to the day on which it begins: what began before midnight goes on, also into a
 * day that is closed.
 */
public final class Openings {

    /**
     * Within so many years each day of the year has fallen on each weekday, the 29th of February
     * too: usually that takes it 28 years, and 40 over a year such as 2100.
     */
    private static final int YEARS = 41;

    /** Day and night. */
    public static final Openings ALWAYS =
            new Openings(
                    new OpeningHours(
                            ZoneOffset.UTC,
                            Stream.of(DayOfWeek.values())
                                    .collect(toMap(it -> it, it -> List.of(new Span(0, Span.DAY)))),
                            List.of()));

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Map<DayOfWeek, List<Span>> week;
    private final Map<LocalDate, List<Span>> dates;
    private final Map<MonthDay, List<Span>> yearly;

    public Openings(OpeningHours hours) {
        zone = hours.zone();
        rules = zone.getRules();
        week =
                hours.week().entrySet().stream()
                        .collect(toMap(Map.Entry::getKey, it -> inOrder(it.getValue())));
        dates =
                hours.specialDays().stream()
                        .filter(it -> it.date() != null)
                        .collect(toMap(it -> known(it.date()), it -> inOrder(it.spans())));
        yearly =
                hours.specialDays().stream()
                        .filter(it -> it.yearly() != null)
                        .collect(toMap(it -> known(it.yearly()), it -> inOrder(it.spans())));
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static List<Span> inOrder(List<Span> spans) {
        return spans.stream().sorted(Comparator.comparingInt(Span::from)).toList();
    }

    private record Opening(Instant from, Instant to) {

        boolean isReal() {
            return from.isBefore(to);
        }
    }

    /** Openings that run into each other, as one; without an end where it never closes. */
    private record Run(Instant from, @Nullable Instant to) {}

    public boolean isOpen(Instant at) {
        return from(at, day(at).plusDays(2))
                .takeWhile(it -> !it.from().isAfter(at))
                .anyMatch(it -> it.to().isAfter(at));
    }

    /** When it opens next, after having been closed; empty where it never does, or never closes. */
    public Optional<Instant> nextOpening(Instant at) {
        var run = first(at);
        if (run.isEmpty() || run.get().from().isAfter(at)) {
            return run.map(Run::from);
        }
        return run.map(Run::to).flatMap(this::first).map(Run::from);
    }

    /** When the opening ends that is on, or comes next; empty where none does. */
    public Optional<Instant> nextClosing(Instant at) {
        return first(at).map(Run::to);
    }

    private Optional<Run> first(Instant at) {
        var horizon = horizon(at);
        Run run = null;
        for (var openings = from(at, horizon).iterator(); openings.hasNext(); ) {
            var next = openings.next();
            var end = run == null ? null : run.to();
            if (run == null || end == null) {
                run = new Run(next.from(), next.to());
            } else if (next.from().isAfter(end)) {
                return Optional.of(run);
            } else if (next.to().isAfter(end)) {
                run = new Run(run.from(), next.to());
            }
        }
        return Optional.ofNullable(run).map(it -> unlessForGood(it, horizon));
    }

    /** What is still open at the horizon never closes. */
    private Run unlessForGood(Run run, LocalDate horizon) {
        var end = run.to();
        boolean endures = end != null && !end.isBefore(first(horizon.atStartOfDay()));
        return endures ? new Run(run.from(), null) : run;
    }

    /** How much of the time between two moments it is open. */
    public Duration openBetween(Instant from, Instant to) {
        var sum = Duration.ZERO;
        var counted = from;
        for (var openings = from(from, day(to).plusDays(1)).iterator(); openings.hasNext(); ) {
            var next = openings.next();
            var begin = later(counted, next.from());
            var end = next.to().isBefore(to) ? next.to() : to;
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
                counted = end;
            }
        }
        return sum;
    }

    /**
     * The moment at which so much open time has passed: when something is due that was promised for
     * then. Empty where that never comes, or not within four decades.
     */
    public Optional<Instant> after(Instant from, Duration open) {
        if (!open.isPositive()) {
            return Optional.of(from);
        }
        var left = open;
        var counted = from;
        for (var openings = from(from, horizon(from)).iterator(); openings.hasNext(); ) {
            var next = openings.next();
            var begin = later(counted, next.from());
            var length = Duration.between(begin, next.to());
            if (length.compareTo(left) >= 0) {
                return Optional.of(begin.plus(left));
            }
            if (length.isPositive()) {
                left = left.minus(length);
                counted = next.to();
            }
        }
        return Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    /** What is open after a moment, in the order of its beginnings; parts may run into others. */
    private Stream<Opening> from(Instant at, LocalDate until) {
        // A span of yesterday may still be on, and a clock set back over midnight shows yesterday.
        return day(at).minusDays(2)
                .datesUntil(until)
                .flatMap(this::on)
                .filter(it -> it.to().isAfter(at));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private LocalDate horizon(Instant at) {
        return Stream.concat(Stream.of(day(at)), dates.keySet().stream())
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .plusYears(YEARS);
    }

    private Stream<Opening> on(LocalDate day) {
        var midnight = day.atStartOfDay();
        return spans(day).stream()
                .map(span ->
                        new Opening(
                                first(midnight.plusMinutes(span.from())),
                                first(midnight.plusMinutes(span.to()))))
                .filter(Opening::isReal);
    }

    /** A date's own hours count more than those of a day of every year, and these than a week's. */
    private List<Span> spans(LocalDate day) {
        var spans = dates.get(day);
        if (spans == null && !yearly.isEmpty()) {
            spans = yearly.get(MonthDay.from(day));
        }
        return spans != null ? spans : week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /** The first moment at which the clock on the wall shows this, or more. */
    private Instant first(LocalDateTime wall) {
        var change = rules.getTransition(wall);
        if (change == null) {
            return wall.toInstant(rules.getOffset(wall));
        }
        return change.isGap() ? change.getInstant() : wall.toInstant(change.getOffsetBefore());
    }
}
