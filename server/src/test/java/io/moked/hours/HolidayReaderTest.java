package io.moked.hours;

import static io.moked.hours.HolidayFile.Why.CANCELLED;
import static io.moked.hours.HolidayFile.Why.MALFORMED;
import static io.moked.hours.HolidayFile.Why.NOT_ALL_DAY;
import static io.moked.hours.HolidayFile.Why.PAST;
import static io.moked.hours.HolidayFile.Why.REPEATS_OTHERWISE;
import static io.moked.hours.HolidayFile.Why.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moked.hours.HolidayFile.LeftOut;
import io.moked.hours.HolidayFile.Why;
import io.moked.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holidays come out of a file, and nothing else does. */
class HolidayReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
    }

    private static String day(String date, String name, String... more) {
        var lines = Stream.of("DTSTART;VALUE=DATE:" + date, "SUMMARY:" + name);
        return event(Stream.concat(lines, Stream.of(more)).toArray(String[]::new));
    }

    private static byte[] file(String... events) {
        return ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                        + String.join("", events)
                        + "END:VCALENDAR\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static HolidayFile read(String... events) {
        return HolidayReader.read(file(events), TODAY);
    }

    private static List<String> days(HolidayFile file) {
        return file.days().stream()
                .map(it -> (it.date() == null ? it.yearly() : it.date()) + " " + it.name())
                .toList();
    }

    private static List<Why> leftOut(HolidayFile file) {
        return file.leftOut().stream().map(LeftOut::why).toList();
    }

    @Test
    void aWholeDayIsADay() {
        var found = read(day("20261225", "Christmas", "DTEND;VALUE=DATE:20261226"));
        assertThat(days(found)).containsExactly("2026-12-25 Christmas");
        assertThat(found.days().getFirst().spans()).isEmpty();
        assertThat(found.leftOut()).isEmpty();
    }

    @Test
    void oneWithoutAnEndAndOneThatLastsADayAreTheSame() {
        assertThat(
                        days(
                                read(
                                        day("20261225", "One"),
                                        day("20261226", "Two", "DURATION:P1D"),
                                        day("20261227", "Three", "DTEND;VALUE=DATE:20261227"))))
                .containsExactly("2026-12-25 One", "2026-12-26 Two", "2026-12-27 Three");
    }

    @Test
    void severalDaysAreSeveralAndThoseThatAreOverAreNot() {
        var found =
                read(day("20261127", "Long", "DTEND;VALUE=DATE:20261201"), day("20261101", "Over"));
        assertThat(days(found))
                .containsExactly("2026-11-28 Long", "2026-11-29 Long", "2026-11-30 Long");
        assertThat(leftOut(found)).containsExactly(PAST);
    }

    @Test
    void fromMidnightToMidnightIsAWholeDayToo() {
        var zone = ";TZID=Asia/Jerusalem:";
        assertThat(
                        days(
                                read(
                                        event(
                                                "DTSTART" + zone + "20261225T000000",
                                                "DTEND" + zone + "20261226T000000",
                                                "SUMMARY:Day"))))
                .containsExactly("2026-12-25 Day");
    }

    @Test
    void whatComesEveryYearIsYearlyHoweverLongAgoItBegan() {
        assertThat(
                        days(
                                read(
                                        day(
                                                "19481225",
                                                "Feast",
                                                "DTEND;VALUE=DATE:19481227",
                                                "RRULE:FREQ=YEARLY"),
                                        day(
                                                "20000101",
                                                "New Year",
                                                "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;INTERVAL=1"))))
                .containsExactly("--01-01 New Year", "--12-25 Feast", "--12-26 Feast");
    }

    @Test
    void theNthWeekdayOfAMonthIsCountedOutForAFewYears() {
        assertThat(
                        days(
                                read(
                                        day(
                                                "20001123",
                                                "Thanksgiving",
                                                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"),
                                        day(
                                                "20000529",
                                                "Memorial",
                                                "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"))))
                .containsExactly(
                        "2027-05-31 Memorial",
                        "2027-11-25 Thanksgiving",
                        "2028-05-29 Memorial",
                        "2028-11-23 Thanksgiving",
                        "2029-05-28 Memorial",
                        "2029-11-22 Thanksgiving");
    }

    @Test
    void aRuleThatEndsIsCountedOutToItsEnd() {
        assertThat(
                        days(
                                read(
                                        day("20251225", "Thrice", "RRULE:FREQ=YEARLY;COUNT=3"),
                                        day(
                                                "20251226",
                                                "Twice",
                                                "RRULE:FREQ=YEARLY;UNTIL=20261226"))))
                .containsExactly("2026-12-25 Thrice", "2026-12-26 Twice", "2027-12-25 Thrice");
    }

    @Test
    void daysOnWhichItDoesNotTakePlaceAreLeftOut() {
        assertThat(
                        days(
                                read(
                                        day(
                                                "20251225",
                                                "Mostly",
                                                "RRULE:FREQ=YEARLY",
                                                "EXDATE;VALUE=DATE:20271225"))))
                .containsExactly("2026-12-25 Mostly", "2028-12-25 Mostly");
    }

    @Test
    void whatIsNoHolidayIsTold() {
        var found =
                read(
                        event(
                                "DTSTART:20261225T100000Z",
                                "DTEND:20261225T110000Z",
                                "SUMMARY:Meeting"),
                        day("20261225", "Often", "RRULE:FREQ=WEEKLY"),
                        day("20261225", "Rarely", "RRULE:FREQ=YEARLY;INTERVAL=2"),
                        day("20261225", "Age", "DTEND;VALUE=DATE:20280101"),
                        day("20261225", "Off", "STATUS:CANCELLED"),
                        day("20261399", "Never"),
                        event("SUMMARY:When"));
        assertThat(found.days()).isEmpty();
        assertThat(found.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut(NOT_ALL_DAY, 1),
                        new LeftOut(REPEATS_OTHERWISE, 2),
                        new LeftOut(TOO_LONG, 1),
                        new LeftOut(CANCELLED, 1),
                        new LeftOut(MALFORMED, 2));
    }

    @Test
    void twoHolidaysOfOneDayAreOneDayWithBothNames() {
        assertThat(days(read(day("20261225", "Eve\\, one"), day("20261225", "Sab\r\n bath"))))
                .containsExactly("2026-12-25 Eve, one, Sabbath");
    }

    @Test
    void anAlarmWithinAnEventChangesNothingOfIt() {
        var alarm = "BEGIN:VALARM\r\nSUMMARY:Wake up\r\nDTSTART;VALUE=DATE:20301225\r\nEND:VALARM";
        assertThat(days(read(event(alarm, "DTSTART;VALUE=DATE:20261225", "SUMMARY:Day"))))
                .containsExactly("2026-12-25 Day");
    }

    @Test
    void hostileRulesAreReadInNoTime() {
        var rules =
                Stream.of(
                                "FREQ=SECONDLY",
                                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                                "FREQ=YEARLY;COUNT=2147483647",
                                "FREQ=YEARLY;COUNT=99999999999",
                                "FREQ=YEARLY;UNTIL=99991231",
                                "FREQ=YEARLY;BYMONTH=99;BYDAY=1MO",
                                "FREQ=YEARLY;BYSETPOS=1",
                                "FREQ;;=;")
                        .map(rule ->
                                event("DTSTART;VALUE=DATE:00010101", "RRULE:" + rule, "SUMMARY:x"))
                        .toArray(String[]::new);
        assertThat(read(rules).days()).hasSizeLessThan(10);
    }

    @Test
    void whatIsNoCalendarIsRefused() {
        refused("calendar-file-not-readable", "hello".getBytes(StandardCharsets.UTF_8));
        refused("calendar-file-not-readable", new byte[] {'B', (byte) 0xE9, 0});
        refused("calendar-file-not-readable", new byte[0]);
        var entities =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>";
        refused("calendar-file-not-readable", entities.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void moreThanACalendarHoldsIsRefused() {
        var many =
                TODAY.datesUntil(TODAY.plusDays(501))
                        .map(it -> event("DTSTART;VALUE=DATE:" + it.toString().replace("-", "")))
                        .toArray(String[]::new);
        refused("calendar-file-too-long", file(many));
        var old = event("DTSTART;VALUE=DATE:20001225").repeat(5_001);
        refused("calendar-file-too-long", file(old));
    }

    private static void refused(String code, byte[] file) {
        assertThatThrownBy(() -> HolidayReader.read(file, TODAY))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }
}
