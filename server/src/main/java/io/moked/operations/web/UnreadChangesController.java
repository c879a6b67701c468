package io.moked.operations.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.kernel.Slice;
import io.moked.whatsapp.UnreadChanges;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What Meta tells and nothing here shows, for the operator; never its content. */
@RestController
class UnreadChangesController {

    private final UnreadChanges changes;

    UnreadChangesController(UnreadChanges changes) {
        this.changes = changes;
    }

    /** How much is kept of each field of the webhook, the newest first. */
    @GetMapping("/api/v1/unread-changes")
    @Requires(Permission.OPERATE)
    Slice<UnreadChanges.KeptField> list() {
        return Slice.whole(changes.byField());
    }
}
