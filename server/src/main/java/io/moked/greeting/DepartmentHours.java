package io.moked.greeting;

import io.moked.hours.Hours;
import io.moked.hours.OfficeHours;
import io.moked.hours.Standing;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** When departments are there, as it is said to people. */
@Component
class DepartmentHours {

    private final OfficeHours offices;
    private final Hours hours;

    DepartmentHours(OfficeHours offices, Hours hours) {
        this.offices = offices;
        this.hours = hours;
    }

    /** How it stands with somebody's hours, and whose clock they go by. */
    record Clocked(Standing standing, ZoneId zone) {}

    /** Empty where a department is always there. */
    Optional<Clocked> of(UUID department) {
        return offices.calendarOf(department)
                .map(it -> new Clocked(hours.standing(it), it.hours().zone()));
    }
}
