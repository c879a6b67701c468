package io.moked.operations.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.kernel.Slice;
import io.moked.timetable.Timetable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the platform does by itself, and when it last did. */
@RestController
class TimetableController {

    private final Timetable timetable;

    TimetableController(Timetable timetable) {
        this.timetable = timetable;
    }

    /**
     * All timed work, by name: when it was done, of how many things that was, and when it is due.
     */
    @GetMapping("/api/v1/timed-work")
    @Requires(Permission.OPERATE)
    Slice<Timetable.Standing> timedWork() {
        return Slice.whole(timetable.standings());
    }
}
