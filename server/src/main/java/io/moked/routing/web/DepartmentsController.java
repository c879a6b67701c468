package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.NotFound;
import io.moked.kernel.Slice;
import io.moked.routing.Departments;
import io.moked.routing.Queues;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Departments and the queues in front of them. */
@RestController
@RequestMapping("/api/v1/departments")
class DepartmentsController {

    private final Departments departments;
    private final Queues queues;

    DepartmentsController(Departments departments, Queues queues) {
        this.departments = departments;
        this.queues = queues;
    }

    record DepartmentView(UUID id, String name, int waiting) {}

    record NextAssignment(UUID conversationId) {}

    /** All departments, with how many conversations wait in those the caller may read. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<DepartmentView> list(SignedIn caller) {
        var waiting = queues.depths(caller);
        return Slice.whole(
                departments.all().stream()
                        .map(it ->
                                new DepartmentView(
                                        it.id(), it.name(), waiting.getOrDefault(it.id(), 0)))
                        .toList());
    }

    /**
     * Gives the caller the conversation that waits longest: 200, or 204 where nobody waits. 404 for
     * a department whose conversations the caller may not answer.
     */
    @PostMapping("/{id}/next-assignment")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    ResponseEntity<NextAssignment> takeNext(SignedIn caller, @PathVariable UUID id) {
        if (!departments.areKnown(Set.of(id))
                || !caller.reach(Permission.ANSWER_CONVERSATIONS).includes(id)) {
            throw new NotFound();
        }
        return queues.takeNext(id, caller.user())
                .map(next -> ResponseEntity.ok(new NextAssignment(next.id())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
