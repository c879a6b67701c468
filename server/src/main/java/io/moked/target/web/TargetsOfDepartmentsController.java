package io.moked.target.web;

import static java.util.stream.Collectors.groupingBy;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.conversation.Conversation.Promise;
import io.moked.target.Agreement;
import io.moked.target.Agreements;
import io.moked.target.Pledge;
import io.moked.target.Urgency;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the departments of a business promise to whoever writes. */
@RestController
@RequestMapping("/api/v1")
class TargetsOfDepartmentsController {

    private final Agreements agreements;

    TargetsOfDepartmentsController(Agreements agreements) {
        this.agreements = agreements;
    }

    /** Within so many minutes of a department's hours something is done. */
    record ServiceTarget(
            @NotNull Urgency priority, @NotNull Promise.Kind kind, @NotNull Integer minutes) {

        static List<ServiceTarget> of(Collection<Pledge> pledges) {
            return pledges.stream()
                    .sorted(Comparator.comparing(Pledge::urgency).thenComparing(Pledge::kind))
                    .map(it -> new ServiceTarget(it.urgency(), it.kind(), it.minutes()))
                    .toList();
        }

        Pledge in(UUID department) {
            return new Pledge(department, priority, kind, minutes);
        }
    }

    /** What a department promises; whatever is missing is not promised. */
    record DepartmentTargets(UUID departmentId, List<ServiceTarget> targets) {}

    /**
     * What is promised.
     *
     * @param warnPercent after which part of its time a target is endangered
     */
    record AllTargets(int warnPercent, List<DepartmentTargets> departments) {

        static AllTargets of(Agreement it) {
            return new AllTargets(
                    it.warnPercent(),
                    it.pledges().stream()
                            .collect(groupingBy(Pledge::department))
                            .entrySet()
                            .stream()
                            .map(one ->
                                    new DepartmentTargets(
                                            one.getKey(), ServiceTarget.of(one.getValue())))
                            .sorted(Comparator.comparing(DepartmentTargets::departmentId))
                            .toList());
        }
    }

    record WantedTargets(@NotNull @Size(max = 12) List<@NotNull @Valid ServiceTarget> targets) {}

    record TargetWarning(@NotNull @Min(10) @Max(95) Integer warnPercent) {}

    /** What all departments promise. */
    @GetMapping("/targets")
    @Requires(Permission.READ_CONVERSATIONS)
    AllTargets list() {
        return AllTargets.of(agreements.current());
    }

    /** After which part of their time targets are endangered, 80 per cent where nothing is said. */
    @PutMapping("/targets/warning")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    TargetWarning warn(SignedIn caller, @Valid @RequestBody TargetWarning wanted) {
        agreements.warnAfter(wanted.warnPercent(), caller.user());
        return wanted;
    }

    /** What a department promises. */
    @GetMapping("/departments/{id}/targets")
    @Requires(Permission.READ_CONVERSATIONS)
    DepartmentTargets show(@PathVariable UUID id) {
        return new DepartmentTargets(id, ServiceTarget.of(agreements.of(id)));
    }

    /** From now on it promises these and nothing else, also about what is open. */
    @PutMapping("/departments/{id}/targets")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DepartmentTargets replace(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedTargets wanted) {
        agreements.replace(
                id, wanted.targets().stream().map(it -> it.in(id)).toList(), caller.user());
        return show(id);
    }
}
