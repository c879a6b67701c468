package io.moked.hours;

import static io.moked.hours.HolidayFile.Why.CANCELLED;
import static io.moked.hours.HolidayFile.Why.MALFORMED;
import static io.moked.hours.HolidayFile.Why.NOT_ALL_DAY;
import static io.moked.hours.HolidayFile.Why.PAST;
import static io.moked.hours.HolidayFile.Why.REPEATS_OTHERWISE;
import static io.moked.hours.HolidayFile.Why.TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.hours.HolidayFile.LeftOut;
import io.moked.hours.HolidayFile.Why;
import io.moked.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Holidays come out of a file, and nothing else does. */
@MokedTest
class HolidayFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private static String event(String... lines) {
        return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
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
        var found =
                read(
                        event(
                                "DTSTART;VALUE=DATE:20261225",
                                "DTEND;VALUE=DATE:20261226",
                                "SUMMARY:Christmas"));
        assertThat(days(found)).containsExactly("2026-12-25 Christmas");
        assertThat(found.days().getFirst().spans()).isEmpty();
        assertThat(found.leftOut()).isEmpty();
    }

    @Test
    void oneWithoutAnEndAndOneThatLastsADayAreTheSame() {
        assertThat(
                        days(
                                read(
                                        event("DTSTART;VALUE=DATE:20261225", "SUMMARY:One"),
                                        event(
                                                "DTSTART;VALUE=DATE:20261226",
                                                "DURATION:P1D",
                                                "SUMMARY:Two"),
                                        event(
                                                "DTSTART;VALUE=DATE:20261227",
                                                "DTEND;VALUE=DATE:20261227",
                                                "SUMMARY:Three"))))
                .containsExactly("2026-12-25 One", "2026-12-26 Two", "2026-12-27 Three");
    }

    @Test
    void severalDaysAreSeveralAndThoseThatAreOverAreNot() {
        var found =
                read(
                        event(
                                "DTSTART;VALUE=DATE:20261127",
                                "DTEND;VALUE=DATE:20261201",
                                "SUMMARY:Long"),
                        event("DTSTART;VALUE=DATE:20261101", "SUMMARY:Over"));
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
                                        event(
                                                "DTSTART;VALUE=DATE:19481225",
                                                "DTEND;VALUE=DATE:19481227",
                                                "RRULE:FREQ=YEARLY",
                                                "SUMMARY:Feast"),
                                        event(
                                                "DTSTART;VALUE=DATE:20000101",
                                                "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;INTERVAL=1",
                                                "SUMMARY:New Year"))))
                .containsExactly("--01-01 New Year", "--12-25 Feast", "--12-26 Feast");
    }

    @Test
    void theNthWeekdayOfAMonthIsCountedOutForAFewYears() {
        assertThat(
                        days(
                                read(
                                        event(
                                                "DTSTART;VALUE=DATE:20001123",
                                                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH",
                                                "SUMMARY:Thanksgiving"),
                                        event(
                                                "DTSTART;VALUE=DATE:20000529",
                                                "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO",
                                                "SUMMARY:Memorial"))))
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
                                        event(
                                                "DTSTART;VALUE=DATE:20251225",
                                                "RRULE:FREQ=YEARLY;COUNT=3",
                                                "SUMMARY:Thrice"),
                                        event(
                                                "DTSTART;VALUE=DATE:20251226",
                                                "RRULE:FREQ=YEARLY;UNTIL=20261226",
                                                "SUMMARY:Twice"))))
                .containsExactly("2026-12-25 Thrice", "2026-12-26 Twice", "2027-12-25 Thrice");
    }

    @Test
    void daysOnWhichItDoesNotTakePlaceAreLeftOut() {
        assertThat(
                        days(
                                read(
                                        event(
                                                "DTSTART;VALUE=DATE:20251225",
                                                "RRULE:FREQ=YEARLY",
                                                "EXDATE;VALUE=DATE:20271225",
                                                "SUMMARY:Mostly"))))
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
                        event("DTSTART;VALUE=DATE:20261225", "RRULE:FREQ=WEEKLY", "SUMMARY:Often"),
                        event(
                                "DTSTART;VALUE=DATE:20261225",
                                "RRULE:FREQ=YEARLY;INTERVAL=2",
                                "SUMMARY:Rarely"),
                        event(
                                "DTSTART;VALUE=DATE:20261225",
                                "DTEND;VALUE=DATE:20280101",
                                "SUMMARY:Age"),
                        event("DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED", "SUMMARY:Off"),
                        event("DTSTART;VALUE=DATE:20261399", "SUMMARY:Never"),
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
        assertThat(
                        days(
                                read(
                                        event("DTSTART;VALUE=DATE:20261225", "SUMMARY:Eve\\, one"),
                                        event(
                                                "DTSTART;VALUE=DATE:20261225",
                                                "SUMMARY:Sab\r\n bath"))))
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

    @Test
    void aFileIsShownBeforeAnythingIsTaken() {
        var manager = Api.of(port, Business.create(server).manager());
        var christmas = event("DTSTART;VALUE=DATE:20501225", "SUMMARY:חג");
        var past = event("DTSTART;VALUE=DATE:20001225");
        var answer =
                manager.upload("/holiday-files", "x.ics", "text/calendar", file(christmas, past));
        assertThat(answer.status()).isEqualTo(200);
        var day = answer.body().path("days").get(0);
        assertThat(day.path("date").asString()).isEqualTo("2050-12-25");
        assertThat(day.path("name").asString()).isEqualTo("חג");
        assertThat(answer.body().path("leftOut").toString())
                .isEqualTo("[{\"events\":1,\"why\":\"past\"}]");
        assertThat(manager.items("/calendars")).isEmpty();
        var large = new byte[1024 * 1024 + 1];
        assertThat(manager.upload("/holiday-files", "x.ics", "text/calendar", large).code())
                .isEqualTo("calendar-file-too-large");
    }
}
