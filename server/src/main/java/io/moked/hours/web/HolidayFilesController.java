package io.moked.hours.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.hours.CalendarDraft.SpecialOpening;
import io.moked.hours.HolidayFile;
import io.moked.hours.HolidayReader;
import io.moked.hours.Refusals;
import io.moked.kernel.Limit;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files with holidays: looked into, and never kept. */
@RestController
@RequestMapping("/api/v1/holiday-files")
class HolidayFilesController {

    private final Clock clock;

    HolidayFilesController(Clock clock) {
        this.clock = clock;
    }

    /**
     * Events of a file that are no special days.
     *
     * @param why {@code past}, {@code not-all-day}, {@code repeats-otherwise}, {@code too-long},
     *     {@code cancelled} or {@code malformed}
     */
    record LeftOutEvents(String why, int events) {

        static LeftOutEvents of(HolidayFile.LeftOut it) {
            var why = it.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new LeftOutEvents(why, it.events());
        }
    }

    /** The days of a file, all of them closed, and what is not among them. */
    record HolidayFileView(List<SpecialOpening> days, List<LeftOutEvents> leftOut) {}

    /**
     * Tells what special days an iCalendar file (RFC 5545) would bring; {@code file} is the
     * multipart field. Nothing is taken by it: whoever wants them saves them with a calendar. 413
     * {@code calendar-file-too-large}, {@code calendar-file-too-long}, 400 {@code
     * calendar-file-not-readable}.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    HolidayFileView read(@RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > Limit.HOLIDAY_FILE_BYTES.value()) {
            throw new Refusals.FileTooLarge();
        }
        // It is still yesterday in the last of all time zones.
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(-12));
        var found = HolidayReader.read(file.getBytes(), today);
        return new HolidayFileView(
                found.days().stream().map(SpecialOpening::of).toList(),
                found.leftOut().stream().map(LeftOutEvents::of).toList());
    }
}
