package io.moked.conversation.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.conversation.Inbox;
import io.moked.kernel.Slice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The labels of a tenant. */
@RestController
class LabelsController {

    private final Inbox inbox;

    LabelsController(Inbox inbox) {
        this.inbox = inbox;
    }

    record Label(String name) {}

    /** Labels in use, to choose from. */
    @GetMapping("/api/v1/labels")
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<Label> list(SignedIn caller) {
        return Slice.whole(inbox.labels(caller).stream().map(Label::new).toList());
    }
}
