package io.moked.greeting;

import io.moked.hours.Hours;
import io.moked.hours.Standing;
import io.moked.kernel.Page;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When departments are there. All go by the calendar of the business where it has one. */
@Component
class DepartmentHours {

    private final Hours hours;

    DepartmentHours(Hours hours) {
        this.hours = hours;
    }

    /** How it stands with somebody's hours, and whose clock they go by. */
    record Clocked(Standing standing, ZoneId zone) {}

    /** Empty where a department is always there. */
    Optional<Clocked> of(UUID department) {
        var calendars = hours.page(Page.of(null, 2)).items();
        if (calendars.size() != 1) {
            return Optional.empty();
        }
        var calendar = calendars.getFirst();
        return Optional.of(new Clocked(hours.standing(calendar), calendar.hours().zone()));
    }
}
