package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.conversation.Inbox;
import io.moked.kernel.NotFound;
import io.moked.kernel.Slice;
import io.moked.routing.DepartmentRemoval;
import io.moked.routing.Departments;
import io.moked.routing.Departments.Asking;
import io.moked.routing.Departments.Department;
import io.moked.routing.Departments.Mode;
import io.moked.routing.Queues;
import io.moked.routing.engine.Choice;
import io.moked.routing.engine.Keeping;
import io.moked.routing.engine.Overflow;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Departments and the queues in front of them. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentsController {

    private final Departments departments;
    private final DepartmentRemoval removal;
    private final Queues queues;
    private final Inbox inbox;

    DepartmentsController(
            Departments departments, DepartmentRemoval removal, Queues queues, Inbox inbox) {
        this.departments = departments;
        this.removal = removal;
        this.queues = queues;
        this.inbox = inbox;
    }

    /**
     * A department.
     *
     * @param mode whether its agents take what waits, are given it, or are asked
     * @param choice which of its members is given what waits
     * @param relaxAfterSeconds after how long a wait one level less of a skill is required, and
     *     again after that; null for never
     * @param offerSeconds how long an agent who is asked has for an answer
     * @param offerMisses after how many in a row without one they are away; 0 for never
     * @param keepWithinSeconds how long after the end of a conversation the next one is kept for
     *     its agent; 0 for never
     * @param keepWaitSeconds how long it is kept at most
     * @param overflowSeconds after how long a wait the departments of {@code overflowTo} get it,
     *     too
     * @param waiting how many conversations wait in it; 0 where the caller may not read them
     * @param isDeserted whether nobody answers in it; told to who manages departments
     */
    record DepartmentView(
            UUID id,
            String name,
            Mode mode,
            Choice choice,
            @Nullable Integer relaxAfterSeconds,
            int offerSeconds,
            int offerMisses,
            int keepWithinSeconds,
            int keepWaitSeconds,
            int overflowSeconds,
            List<UUID> overflowTo,
            int waiting,
            boolean isDeserted) {}

    record NewDepartment(@NotNull @Size(max = 200) @Pattern(regexp = User.NAME) String name) {}

    /** What is left out of the last seven is as usual, and not as it was. */
    record WantedDepartment(
            @NotNull @Size(max = 200) @Pattern(regexp = User.NAME) String name,
            @NotNull Mode mode,
            @NotNull Choice choice,
            @Nullable @Min(10) @Max(86_400) Integer relaxAfterSeconds,
            @Nullable @Min(5) @Max(300) Integer offerSeconds,
            @Nullable @Min(0) @Max(20) Integer offerMisses,
            @Nullable @Min(0) @Max(30 * 86_400) Integer keepWithinSeconds,
            @Nullable @Min(5) @Max(86_400) Integer keepWaitSeconds,
            @Nullable @Min(5) @Max(86_400) Integer overflowSeconds,
            @Nullable @Size(max = 20) List<@NotNull UUID> overflowTo) {

        Department of(UUID id) {
            return new Department(
                    id,
                    name.strip(),
                    mode,
                    choice,
                    relaxAfterSeconds == null ? null : Duration.ofSeconds(relaxAfterSeconds),
                    new Asking(
                            time(offerSeconds, Asking.USUAL.time()),
                            offerMisses == null ? Asking.USUAL.misses() : offerMisses),
                    new Keeping(
                            time(keepWithinSeconds, Keeping.NONE.within()),
                            time(keepWaitSeconds, Keeping.NONE.longest())),
                    new Overflow(
                            time(overflowSeconds, Overflow.NONE.after()),
                            overflowTo == null
                                    ? List.of()
                                    : overflowTo.stream().distinct().toList()));
        }

        private static Duration time(@Nullable Integer seconds, Duration usual) {
            return seconds == null ? usual : Duration.ofSeconds(seconds);
        }
    }

    record DepartmentMembers(@NotNull @Size(max = 1_000) Set<@NotNull UUID> agentIds) {}

    record NextAssignment(UUID conversationId) {}

    /** All departments, with how many conversations wait in those the caller may read. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<DepartmentView> list(SignedIn caller) {
        var waiting = inbox.waitingByDepartment(caller);
        var deserted =
                caller.may(Permission.MANAGE_DEPARTMENTS) ? departments.deserted() : Set.<UUID>of();
        return Slice.whole(
                departments.all().stream()
                        .map(it ->
                                view(
                                        it,
                                        waiting.getOrDefault(it.id(), 0),
                                        deserted.contains(it.id())))
                        .toList());
    }

    /** A further department, whose agents take what waits until it is said otherwise. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DepartmentView add(SignedIn caller, @Valid @RequestBody NewDepartment wanted) {
        var added = departments.add(wanted.name().strip(), caller);
        return view(added, 0, departments.deserted().contains(added.id()));
    }

    /**
     * Its name, and how agents come to what waits in it. 400 {@code circle} where what overflows
     * out of it could come back.
     */
    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DepartmentView change(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedDepartment wanted) {
        return view(
                departments.change(wanted.of(id), caller),
                inbox.waitingByDepartment(caller).getOrDefault(id, 0),
                departments.deserted().contains(id));
    }

    /**
     * Gives it up. {@code to} takes what waits, is open and has been there. 409 {@code
     * department-is-standard}, {@code department-has-work} where nobody is named to take it, or
     * {@code department-in-roles} where somebody's role is limited to it.
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void remove(SignedIn caller, @PathVariable UUID id, @RequestParam @Nullable UUID to) {
        removal.remove(id, to, caller);
    }

    /** Who is given what waits in it. */
    @GetMapping("/{id}/members")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DepartmentMembers members(@PathVariable UUID id) {
        return new DepartmentMembers(departments.members(id));
    }

    /** Replaces them. 400 where one of them may not answer conversations of this department. */
    @PutMapping("/{id}/members")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    DepartmentMembers setMembers(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody DepartmentMembers wanted) {
        return new DepartmentMembers(departments.setMembers(id, wanted.agentIds(), caller));
    }

    /**
     * Gives the caller the conversation that stands first: 200, or 204 where nobody waits. 404 for
     * a department whose conversations the caller may not answer; 409 {@code capacity-reached}
     * where they hold as much as they can.
     */
    @PostMapping("/{id}/next-assignment")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ResponseEntity<NextAssignment> takeNext(SignedIn caller, @PathVariable UUID id) {
        if (!departments.areKnown(Set.of(id))
                || !caller.reach(Permission.ANSWER_CONVERSATIONS).includes(id)) {
            throw new NotFound();
        }
        return queues.takeNext(id, caller.user())
                .map(next -> ResponseEntity.ok(new NextAssignment(next)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static DepartmentView view(Department it, int waiting, boolean isDeserted) {
        return new DepartmentView(
                it.id(),
                it.name(),
                it.mode(),
                it.choice(),
                it.relaxing() == null ? null : seconds(it.relaxing()),
                seconds(it.asking().time()),
                it.asking().misses(),
                seconds(it.keeping().within()),
                seconds(it.keeping().longest()),
                seconds(it.overflow().after()),
                it.overflow().to(),
                waiting,
                isDeserted);
    }

    private static int seconds(Duration time) {
        return (int) time.toSeconds();
    }
}
