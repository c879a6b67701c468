package io.moked.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random hours are counted as somebody would who looks at the clock every minute. */
class CountingTest {

    private static final List<String> ZONES =
            List.of(
                    "Asia/Jerusalem",
                    "America/New_York",
                    "Australia/Lord_Howe",
                    "America/Havana",
                    "Africa/Cairo",
                    "America/Santiago",
                    "Europe/Dublin",
                    "Asia/Kathmandu",
                    "Pacific/Apia");
    private static final int DAYS = 9;
    private static final int MINUTES = DAYS * Span.DAY;

    static Stream<Long> seeds() {
        return new Random(20261128).longs(120).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyMinute(long seed) {
        var random = new Random(seed);
        var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        var start = start(zone, random);
        var hours = hours(zone, start, random);
        var openings = new Openings(hours);
        var open = new BitSet(MINUTES);
        IntStream.range(0, MINUTES)
                .filter(minute -> isOpen(hours, after(start, minute)))
                .forEach(open::set);

        for (int minute = 0; minute < MINUTES; minute++) {
            assertThat(openings.isOpen(after(start, minute)))
                    .as("%s %s", zone, after(start, minute))
                    .isEqualTo(open.get(minute));
        }
        for (int n = 0; n < 60; n++) {
            compare(openings, open, start, random);
        }
    }

    private static void compare(Openings openings, BitSet open, Instant start, Random random) {
        int from = random.nextInt(MINUTES);
        int to = from + random.nextInt(MINUTES - from);
        int sum = open.get(from, to).cardinality();
        assertThat(openings.openBetween(after(start, from), after(start, to)))
                .isEqualTo(Duration.ofMinutes(sum));
        // Bit by bit, what comes after the days that were looked at is not known.
        int due = minuteAfter(open, from, sum);
        if (due < MINUTES) {
            assertThat(openings.after(after(start, from), Duration.ofMinutes(sum)))
                    .contains(after(start, due));
        }
        int closing = open.nextClearBit(Math.max(from, open.nextSetBit(from)));
        if (open.nextSetBit(from) >= 0 && closing < MINUTES) {
            assertThat(openings.nextClosing(after(start, from))).contains(after(start, closing));
        }
        int opening = open.nextSetBit(open.nextClearBit(from));
        if (opening >= 0) {
            assertThat(openings.nextOpening(after(start, from))).contains(after(start, opening));
        }
    }

    private static int minuteAfter(BitSet open, int from, int sum) {
        int minute = from;
        for (int left = sum; left > 0; minute++) {
            left -= open.get(minute) ? 1 : 0;
        }
        return minute;
    }

    private static Instant after(Instant start, int minutes) {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** Some days before the clock is changed, where it is, and where it may be any day. */
    private static Instant start(ZoneId zone, Random random) {
        var year = LocalDate.of(random.nextInt(2005, 2035), 1, 1).plusDays(random.nextInt(365));
        var from = year.atStartOfDay(zone).toInstant();
        var change = zone.getRules().nextTransition(from);
        var around = change == null || random.nextInt(4) == 0 ? from : change.getInstant();
        return LocalDate.ofInstant(around, zone).minusDays(4).atStartOfDay(zone).toInstant();
    }

    private static OpeningHours hours(ZoneId zone, Instant start, Random random) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, spans(random));
        }
        var first = LocalDate.ofInstant(start, zone);
        var special = new ArrayList<SpecialDay>();
        for (int n = 0; n < DAYS; n++) {
            var day = first.plusDays(n);
            if (random.nextInt(5) == 0) {
                special.add(new SpecialDay(day, null, "Date", spans(random)));
            }
            if (random.nextInt(5) == 0) {
                special.add(new SpecialDay(null, MonthDay.from(day), "Yearly", spans(random)));
            }
        }
        return new OpeningHours(zone, week, special);
    }

    /** Many borders lie in the hours in which clocks are changed. */
    private static List<Span> spans(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> {
                    int from =
                            random.nextBoolean() ? random.nextInt(Span.DAY) : random.nextInt(240);
                    return new Span(from, from + 1 + random.nextInt(random.nextInt(1, Span.DAY)));
                })
                .toList();
    }

    /**
     * What somebody sees who looks at the wall. While an hour comes for the second time, the day
     * stands still at the end of the first.
     */
    private static boolean isOpen(OpeningHours hours, Instant at) {
        var rules = hours.zone().getRules();
        var wall = LocalDateTime.ofInstant(at, hours.zone());
        var change = rules.getTransition(wall);
        if (change != null && !at.isBefore(change.getInstant())) {
            wall = change.getDateTimeBefore().minusMinutes(1);
        }
        var today = wall.toLocalDate();
        int minute = wall.getHour() * 60 + wall.getMinute();
        return takesIn(spans(hours, today), minute)
                || takesIn(spans(hours, today.minusDays(1)), minute + Span.DAY);
    }

    private static boolean takesIn(List<Span> spans, int minute) {
        return spans.stream().anyMatch(it -> it.from() <= minute && minute < it.to());
    }

    private static List<Span> spans(OpeningHours hours, LocalDate day) {
        var ofDate = hours.specialDays().stream().filter(it -> day.equals(it.date())).findFirst();
        var ofYear =
                hours.specialDays().stream()
                        .filter(it -> MonthDay.from(day).equals(it.yearly()))
                        .findFirst();
        return ofDate.or(() -> ofYear)
                .map(SpecialDay::spans)
                .orElseGet(() -> hours.week().getOrDefault(day.getDayOfWeek(), List.of()));
    }
}
