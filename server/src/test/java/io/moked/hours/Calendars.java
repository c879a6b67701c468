package io.moked.hours;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calendars as callers of the API write them. */
final class Calendars {

    private Calendars() {}

    static Map<String, Object> span(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    static Map<String, Object> pastMidnight(String from, String to) {
        return Map.of("from", from, "to", to, "nextDay", true);
    }

    static Map<String, Object> named(String name) {
        return calendar(
                name,
                Map.of(
                        "sunday",
                        List.of(span("09:00", "13:00"), span("14:00", "24:00")),
                        "thursday",
                        List.of(pastMidnight("20:00", "02:00"))));
    }

    static Map<String, Object> calendar(String name, Map<String, ?> week) {
        return new HashMap<>(
                Map.of(
                        "name",
                        name,
                        "timeZone",
                        "Asia/Jerusalem",
                        "week",
                        week,
                        "specialDays",
                        List.of(
                                Map.of("date", "2026-12-25", "name", "חג", "spans", List.of()),
                                Map.of(
                                        "yearly",
                                        "02-29",
                                        "name",
                                        "Leap day",
                                        "spans",
                                        List.of(span("10:00", "11:00"))))));
    }
}
