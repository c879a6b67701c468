package io.moked.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Time counted in opening hours, as people mean it. */
class OpeningsTest {

    private static final String JERUSALEM = "Asia/Jerusalem";
    private static final String NEW_YORK = "America/New_York";
    private static final String LORD_HOWE = "Australia/Lord_Howe";

    private static Openings open(
            String zone, Map<DayOfWeek, List<Span>> week, SpecialDay... specialDays) {
        return new Openings(new OpeningHours(ZoneId.of(zone), week, List.of(specialDays)));
    }

    private static List<Span> spans(int... borders) {
        return IntStream.range(0, borders.length / 2)
                .mapToObj(n -> new Span(borders[2 * n] * 60, borders[2 * n + 1] * 60))
                .toList();
    }

    private static Instant at(String zone, String wall) {
        return LocalDateTime.parse(wall).atZone(ZoneId.of(zone)).toInstant();
    }

    /** How much of a day of a zone is open. */
    private static Duration on(Openings openings, String zone, String day) {
        var date = LocalDate.parse(day);
        return openings.openBetween(
                date.atStartOfDay(ZoneId.of(zone)).toInstant(),
                date.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant());
    }

    private static SpecialDay date(String date, int... borders) {
        return new SpecialDay(LocalDate.parse(date), null, "Special", spans(borders));
    }

    private static SpecialDay yearly(String day, int... borders) {
        return new SpecialDay(null, MonthDay.parse("--" + day), "Special", spans(borders));
    }

    @Test
    void aLunchBreakIsNoOpenTime() {
        var shop = open(NEW_YORK, Map.of(MONDAY, spans(9, 12, 13, 18)));
        assertThat(on(shop, NEW_YORK, "2026-11-30")).isEqualTo(Duration.ofHours(8));
        var noon = at(NEW_YORK, "2026-11-30T12:00");
        assertThat(shop.isOpen(noon.minusNanos(1))).isTrue();
        assertThat(shop.isOpen(noon)).isFalse();
        assertThat(shop.nextOpening(noon)).contains(at(NEW_YORK, "2026-11-30T13:00"));
        assertThat(shop.nextClosing(noon.minusNanos(1))).contains(noon);
    }

    @Test
    void whatIsPromisedInTheEveningIsDueInTheMorning() {
        var shop = open(NEW_YORK, Map.of(MONDAY, spans(9, 18), TUESDAY, spans(9, 18)));
        var asked = at(NEW_YORK, "2026-11-30T17:30");
        assertThat(shop.after(asked, Duration.ofHours(1)))
                .contains(at(NEW_YORK, "2026-12-01T09:30"));
        assertThat(shop.after(asked, Duration.ofMinutes(30)))
                .contains(at(NEW_YORK, "2026-11-30T18:00"));
        assertThat(shop.after(asked, Duration.ZERO)).contains(asked);
    }

    @Test
    void aShiftPastMidnightGoesOnIntoADayThatIsClosed() {
        var bar = open(NEW_YORK, Map.of(THURSDAY, spans(20, 26)), date("2026-12-04"));
        assertThat(bar.isOpen(at(NEW_YORK, "2026-12-04T01:59"))).isTrue();
        assertThat(bar.nextClosing(at(NEW_YORK, "2026-12-03T21:00")))
                .contains(at(NEW_YORK, "2026-12-04T02:00"));
    }

    @Test
    void whatRunsIntoTheNextDayIsOneOpening() {
        var station = open(NEW_YORK, Map.of(FRIDAY, spans(8, 24), SATURDAY, spans(0, 12)));
        assertThat(station.nextClosing(at(NEW_YORK, "2026-12-04T09:00")))
                .contains(at(NEW_YORK, "2026-12-05T12:00"));
        assertThat(station.nextOpening(at(NEW_YORK, "2026-12-04T23:59")))
                .contains(at(NEW_YORK, "2026-12-11T08:00"));
    }

    @Test
    void theHourThatSpringLeavesOutDoesNotTakePlace() {
        // On 27 March 2026 the clock in Israel goes from 02:00 to 03:00.
        var night = Map.of(FRIDAY, List.of(new Span(0, 240)));
        assertThat(on(open(JERUSALEM, night), JERUSALEM, "2026-03-27"))
                .isEqualTo(Duration.ofHours(3));
        var within = open(JERUSALEM, Map.of(FRIDAY, List.of(new Span(135, 165))));
        assertThat(on(within, JERUSALEM, "2026-03-27")).isZero();
        var into = open(JERUSALEM, Map.of(FRIDAY, List.of(new Span(60, 150), new Span(165, 240))));
        assertThat(on(into, JERUSALEM, "2026-03-27")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theHourThatAutumnRepeatsIsCountedAndNobodyOpensTwice() {
        // On 25 October 2026 the clock in Israel goes from 02:00 back to 01:00.
        var night = open(JERUSALEM, Map.of(SUNDAY, spans(0, 4)));
        assertThat(on(night, JERUSALEM, "2026-10-25")).isEqualTo(Duration.ofHours(5));
        var within = open(JERUSALEM, Map.of(SUNDAY, List.of(new Span(75, 105))));
        assertThat(on(within, JERUSALEM, "2026-10-25")).isEqualTo(Duration.ofMinutes(30));
        assertThat(within.nextOpening(at(JERUSALEM, "2026-10-25T00:00")))
                .contains(Instant.parse("2026-10-24T22:15:00Z"));
        assertThat(within.nextOpening(Instant.parse("2026-10-24T22:45:00Z")))
                .contains(at(JERUSALEM, "2026-11-01T01:15"));
    }

    @Test
    void newYorkChangesItsClockOnDaysOfItsOwn() {
        var always = open(NEW_YORK, Map.of(SUNDAY, spans(0, 24)));
        assertThat(on(always, NEW_YORK, "2026-03-08")).isEqualTo(Duration.ofHours(23));
        assertThat(on(always, NEW_YORK, "2026-11-01")).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void lordHoweChangesItsClockByHalfAnHour() {
        var night = open(LORD_HOWE, Map.of(SUNDAY, spans(0, 4)));
        assertThat(on(night, LORD_HOWE, "2026-10-04")).isEqualTo(Duration.ofMinutes(210));
        assertThat(on(night, LORD_HOWE, "2026-04-05")).isEqualTo(Duration.ofMinutes(270));
    }

    @Test
    void aDayThatAnIslandSkippedDoesNotTakePlace() {
        // Samoa went from 29 to 31 December 2011.
        var apia = "Pacific/Apia";
        var shop = open(apia, Map.of(THURSDAY, spans(9, 17), FRIDAY, spans(9, 17)));
        assertThat(shop.openBetween(at(apia, "2011-12-29T00:00"), at(apia, "2012-01-01T00:00")))
                .isEqualTo(Duration.ofHours(8));
        assertThat(shop.nextOpening(at(apia, "2011-12-29T17:00")))
                .contains(at(apia, "2012-01-05T09:00"));
    }

    @Test
    void aDateCountsMoreThanADayOfEveryYearAndThatMoreThanTheWeekday() {
        var shop =
                open(
                        NEW_YORK,
                        Map.of(FRIDAY, spans(9, 18)),
                        yearly("12-25"),
                        date("2026-12-25", 10, 12));
        assertThat(on(shop, NEW_YORK, "2026-12-18")).isEqualTo(Duration.ofHours(9));
        assertThat(on(shop, NEW_YORK, "2026-12-25")).isEqualTo(Duration.ofHours(2));
        assertThat(on(shop, NEW_YORK, "2037-12-25")).isZero();
    }

    @Test
    void whatNeverOpensIsNeverAnswered() {
        var now = at(NEW_YORK, "2026-11-30T12:00");
        for (var closed :
                List.of(
                        open(NEW_YORK, Map.of()),
                        open(NEW_YORK, Map.of(MONDAY, spans(9, 18)), everyDayClosed()),
                        open(NEW_YORK, Map.of(), date("2020-01-01", 9, 18)))) {
            assertThat(closed.isOpen(now)).isFalse();
            assertThat(closed.nextOpening(now)).isEmpty();
            assertThat(closed.nextClosing(now)).isEmpty();
            assertThat(closed.after(now, Duration.ofMinutes(1))).isEmpty();
            assertThat(closed.openBetween(now, now.plus(Duration.ofDays(400)))).isZero();
        }
    }

    private static SpecialDay[] everyDayClosed() {
        return LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 1))
                .map(it -> new SpecialDay(null, MonthDay.from(it), "Closed", List.of()))
                .toArray(SpecialDay[]::new);
    }

    @Test
    void whatIsAlwaysOpenNeverClosesAndSoNeverOpens() {
        var all = Stream.of(DayOfWeek.values()).toList();
        var week =
                all.stream()
                        .collect(java.util.stream.Collectors.toMap(it -> it, it -> spans(0, 24)));
        var always = open(NEW_YORK, week);
        var now = at(NEW_YORK, "2026-11-30T12:00");
        assertThat(always.isOpen(now)).isTrue();
        assertThat(always.nextClosing(now)).isEmpty();
        assertThat(always.nextOpening(now)).isEmpty();
        assertThat(always.after(now, Duration.ofDays(90))).contains(now.plus(Duration.ofDays(90)));
        assertThat(always.openBetween(now, now.plus(Duration.ofDays(500))))
                .isEqualTo(Duration.ofDays(500));
        var atNewYear = open(NEW_YORK, week, yearly("01-01"));
        assertThat(atNewYear.nextClosing(now)).contains(at(NEW_YORK, "2027-01-01T00:00"));
    }

    @Test
    void aLeapDayOnAMondayIsFoundHoweverFarItIs() {
        var others =
                Stream.of(everyDayClosed())
                        .filter(it -> !MonthDay.of(2, 29).equals(it.yearly()))
                        .toArray(SpecialDay[]::new);
        var shop = open(NEW_YORK, Map.of(MONDAY, spans(9, 18)), others);
        assertThat(shop.nextOpening(at(NEW_YORK, "2072-03-01T00:00")))
                .contains(at(NEW_YORK, "2112-02-29T09:00"));
        assertThat(shop.nextOpening(at(NEW_YORK, "2026-11-30T12:00")))
                .contains(at(NEW_YORK, "2044-02-29T09:00"));
    }
}
