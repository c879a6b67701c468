package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.NotFound;
import io.moked.routing.WaitEstimate;
import io.moked.routing.Waits;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How long people wait for a department. */
@RestController
@RequestMapping("/api/v1/departments/{id}/wait")
class WaitController {

    private final Waits waits;

    WaitController(Waits waits) {
        this.waits = waits;
    }

    /**
     * What somebody who comes now has to expect.
     *
     * @param waiting how many would stand before them
     * @param atWork how many agents are available who answer there
     * @param handlingSeconds how long agents have a conversation, on average
     * @param measured how many ended conversations tell so; 0 where too few have ended, and it is
     *     assumed
     */
    record DepartmentWait(
            int waiting, int atWork, WaitEstimate estimate, long handlingSeconds, int measured) {}

    /** How long somebody would wait who comes now. 404 where the caller reads nothing of it. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    DepartmentWait get(SignedIn caller, @PathVariable UUID id) {
        if (!caller.reach(Permission.READ_CONVERSATIONS).includes(id)) {
            throw new NotFound();
        }
        var crew = waits.crew(id);
        return new DepartmentWait(
                crew.waiting(),
                crew.atWork(),
                crew.atTheEnd(),
                crew.handling().toSeconds(),
                crew.measured());
    }
}
