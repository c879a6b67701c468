package io.moked.hours.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.hours.Calendar;
import io.moked.hours.CalendarDraft;
import io.moked.hours.CalendarDraft.OpeningWeek;
import io.moked.hours.CalendarDraft.SpecialOpening;
import io.moked.hours.Hours;
import io.moked.hours.Standing;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening hours of the business, as calendars with a name. */
@RestController
@RequestMapping("/api/v1/calendars")
class CalendarsController {

    private final Hours hours;

    CalendarsController(Hours hours) {
        this.hours = hours;
    }

    /**
     * How it stands with opening hours now.
     *
     * @param until when they close; null where they are closed, or never do
     * @param opens when they open next; null where they never will, or are never closed
     */
    record CalendarStanding(boolean open, @Nullable Instant until, @Nullable Instant opens) {

        static CalendarStanding of(Standing it) {
            return new CalendarStanding(it.open(), it.until(), it.opens());
        }
    }

    /**
     * Opening hours under a name.
     *
     * @param timeZone whose clock they go by (IANA)
     * @param version of it; told again when it is replaced
     */
    record CalendarView(
            UUID id,
            String name,
            String timeZone,
            OpeningWeek week,
            List<SpecialOpening> specialDays,
            int version,
            Instant changedAt,
            CalendarStanding standing) {}

    /**
     * Opening hours to be kept. What goes past midnight says {@code nextDay}; spans must not
     * overlap.
     *
     * @param timeZone such as {@code Asia/Jerusalem}
     */
    record WantedCalendar(
            @NotNull String name,
            @NotNull String timeZone,
            @NotNull OpeningWeek week,
            @Nullable List<SpecialOpening> specialDays) {

        CalendarDraft draft() {
            return new CalendarDraft(
                    name, timeZone, week, specialDays == null ? List.of() : specialDays);
        }
    }

    /**
     * What is to stand in its place.
     *
     * @param version of the one it replaces
     */
    record ReplacedCalendar(@NotNull Integer version, @NotNull @Valid WantedCalendar calendar) {}

    /** Calendars, the newest first. */
    @GetMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Slice<CalendarView> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        var page = hours.page(Page.of(cursor, limit));
        return new Slice<>(page.items().stream().map(this::view).toList(), page.next());
    }

    /** Adds a calendar. 409 {@code calendar-name-taken}. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    CalendarView add(SignedIn caller, @Valid @RequestBody WantedCalendar wanted) {
        return view(hours.add(wanted.draft(), caller.user()));
    }

    /** A calendar. */
    @GetMapping("/{id}")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    CalendarView show(@PathVariable UUID id) {
        return view(hours.find(id));
    }

    /**
     * Puts another in a calendar's place. 409 {@code calendar-changed} where it is no longer the
     * one that was read, {@code calendar-name-taken}.
     */
    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    CalendarView replace(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody ReplacedCalendar wanted) {
        return view(hours.replace(id, wanted.version(), wanted.calendar().draft(), caller.user()));
    }

    /** Removes a calendar that nobody goes by. 409 {@code calendar-in-use}. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void remove(SignedIn caller, @PathVariable UUID id) {
        hours.remove(id, caller.user());
    }

    /** Whether it is open now, until when, and when it opens next. */
    @GetMapping("/{id}/standing")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    CalendarStanding standing(@PathVariable UUID id) {
        return CalendarStanding.of(hours.standing(hours.find(id)));
    }

    private CalendarView view(Calendar it) {
        var draft = CalendarDraft.of(it);
        return new CalendarView(
                it.id(),
                draft.name(),
                draft.timeZone(),
                draft.week(),
                draft.specialDays(),
                it.version(),
                it.changedAt(),
                CalendarStanding.of(hours.standing(it)));
    }
}
