package io.moked.operations.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.conversation.Outbox;
import io.moked.tenancy.Tenants;
import io.moked.whatsapp.DeadLetters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the platform is, in numbers; never what people wrote. */
@RestController
class OperationsController {

    private final Tenants tenants;
    private final DeadLetters deadLetters;
    private final Outbox outbox;

    OperationsController(Tenants tenants, DeadLetters deadLetters, Outbox outbox) {
        this.tenants = tenants;
        this.deadLetters = deadLetters;
        this.outbox = outbox;
    }

    record Operations(
            int tenants,
            int deliveriesWaiting,
            int outboxWaiting,
            int deadLetters,
            String database) {}

    /** What waits, and where. Answers 503 instead while the database is away. */
    @GetMapping("/api/v1/operations")
    @Requires(Permission.OPERATE)
    Operations show() {
        return new Operations(
                tenants.countBusinesses(),
                deadLetters.deliveriesWaiting(),
                outbox.waiting(),
                deadLetters.count(),
                "up");
    }
}
