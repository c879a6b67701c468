package io.moked.operations;

import io.moked.hours.CalendarDraft;
import io.moked.hours.CalendarDraft.OpeningSpan;
import io.moked.hours.CalendarDraft.OpeningWeek;
import io.moked.hours.CalendarDraft.SpecialOpening;
import java.util.List;

/** When the businesses of a demo answer. */
final class DemoHours {

    private static final List<OpeningSpan> CLOSED = List.of();

    private DemoHours() {}

    static CalendarDraft of(DemoCast.Business business) {
        return business.language().equals("he") ? clinic() : shop();
    }

    private static CalendarDraft shop() {
        var weekday = List.of(span("09:00", "18:00"));
        var saturday = List.of(span("10:00", "16:00"));
        return new CalendarDraft(
                "Shop",
                "America/New_York",
                new OpeningWeek(weekday, weekday, weekday, weekday, weekday, saturday, CLOSED),
                List.of(
                        yearly("01-01", "New Year’s Day"),
                        yearly("07-04", "Independence Day"),
                        yearly("12-25", "Christmas Day"),
                        date("2026-11-26", "Thanksgiving", CLOSED),
                        date("2027-02-14", "Valentine’s Day", List.of(span("08:00", "20:00")))));
    }

    private static CalendarDraft clinic() {
        var weekday = List.of(span("08:00", "13:00"), span("16:00", "19:00"));
        var friday = List.of(span("08:00", "12:00"));
        return new CalendarDraft(
                "קבלת קהל",
                "Asia/Jerusalem",
                new OpeningWeek(weekday, weekday, weekday, weekday, friday, CLOSED, weekday),
                List.of(
                        date("2027-04-21", "ערב פסח", List.of(span("08:00", "11:00"))),
                        date("2027-04-22", "פסח", CLOSED),
                        date("2027-04-28", "שביעי של פסח", CLOSED),
                        date("2027-05-12", "יום העצמאות", CLOSED),
                        date("2027-06-11", "שבועות", CLOSED),
                        date("2027-10-02", "ראש השנה", CLOSED),
                        date("2027-10-03", "ראש השנה, יום שני", CLOSED),
                        date("2027-10-11", "יום כיפור", CLOSED),
                        date("2027-10-16", "סוכות", CLOSED),
                        date("2027-10-23", "שמחת תורה", CLOSED)));
    }

    private static OpeningSpan span(String from, String to) {
        return new OpeningSpan(from, to, false);
    }

    private static SpecialOpening yearly(String day, String name) {
        return new SpecialOpening(null, day, name, CLOSED);
    }

    private static SpecialOpening date(String date, String name, List<OpeningSpan> spans) {
        return new SpecialOpening(date, null, name, spans);
    }
}
