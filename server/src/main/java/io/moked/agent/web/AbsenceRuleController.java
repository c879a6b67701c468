package io.moked.agent.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.agent.Absences;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long consoles may be gone. */
@RestController
@RequestMapping("/api/v1/absence-rule")
class AbsenceRuleController {

    private final Absences absences;

    AbsenceRuleController(Absences absences) {
        this.absences = absences;
    }

    /**
     * How long the console of somebody who is available or busy may be gone before they are away.
     *
     * @param graceMinutes 0 where that never happens
     */
    record AbsenceRuleView(@Min(0) @Max(1_440) int graceMinutes) {}

    /** As it is. */
    @GetMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    AbsenceRuleView get() {
        return new AbsenceRuleView((int) absences.grace().toMinutes());
    }

    /** From now on, also for those who have gone already. */
    @PutMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    AbsenceRuleView put(SignedIn caller, @Valid @RequestBody AbsenceRuleView wanted) {
        absences.setGrace(wanted.graceMinutes(), caller.user());
        return wanted;
    }
}
