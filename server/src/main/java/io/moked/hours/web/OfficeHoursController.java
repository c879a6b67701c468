package io.moked.hours.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.hours.OfficeHours;
import io.moked.hours.OfficeHours.Follows;
import io.moked.hours.OfficeHours.Observance;
import io.moked.hours.OfficeHours.Office;
import io.moked.hours.Standing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which hours the business and its departments go. */
@RestController
@RequestMapping("/api/v1")
class OfficeHoursController {

    private final OfficeHours hours;

    OfficeHoursController(OfficeHours hours) {
        this.hours = hours;
    }

    /**
     * What hours somebody keeps, and how it stands with them.
     *
     * @param departmentId null where it is the whole business
     * @param calendarId the calendar that is followed, if one is
     * @param until when they close; null where they are closed, or never do
     * @param opens when they open next; null where they never will, or are never closed
     */
    record OfficeView(
            @Nullable UUID departmentId,
            Follows follows,
            @Nullable UUID calendarId,
            boolean open,
            @Nullable Instant until,
            @Nullable Instant opens) {

        static OfficeView of(@Nullable UUID department, Office it) {
            Standing standing = it.standing();
            return new OfficeView(
                    department,
                    it.observance().follows(),
                    it.observance().calendar(),
                    standing.open(),
                    standing.until(),
                    standing.opens());
        }
    }

    /** The business's hours, and the departments that have others. */
    record OfficeHoursView(OfficeView business, List<OfficeView> departments) {}

    /**
     * Hours to be kept.
     *
     * @param calendarId where a calendar is followed, and only there
     */
    record WantedOfficeHours(@NotNull Follows follows, @Nullable UUID calendarId) {

        Observance observance() {
            return new Observance(follows, calendarId);
        }
    }

    /** Whether the business and its departments are open now, until when, and when they open. */
    @GetMapping("/office-hours")
    @Requires(Permission.READ_CONVERSATIONS)
    OfficeHoursView list() {
        return new OfficeHoursView(
                OfficeView.of(null, hours.ofBusiness()),
                hours.ofTheirOwn().entrySet().stream()
                        .map(it -> OfficeView.of(it.getKey(), it.getValue()))
                        .sorted(Comparator.comparing(it -> String.valueOf(it.departmentId())))
                        .toList());
    }

    /** By which hours the business goes, and every department that has none of its own. */
    @PutMapping("/office-hours")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    OfficeView setBusiness(SignedIn caller, @Valid @RequestBody WantedOfficeHours wanted) {
        hours.setBusiness(wanted.observance(), caller.user());
        return OfficeView.of(null, hours.ofBusiness());
    }

    /** Whether a department is open now, until when, and when it opens next. */
    @GetMapping("/departments/{id}/hours")
    @Requires(Permission.READ_CONVERSATIONS)
    OfficeView show(@PathVariable UUID id) {
        hours.mustBeKnown(id);
        return OfficeView.of(id, hours.of(id));
    }

    /** By which hours a department goes. */
    @PutMapping("/departments/{id}/hours")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    OfficeView set(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedOfficeHours wanted) {
        hours.set(id, wanted.observance(), caller.user());
        return OfficeView.of(id, hours.of(id));
    }
}
