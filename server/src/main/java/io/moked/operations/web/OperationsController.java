package io.moked.operations.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.mail.Letters;
import io.moked.search.SearchLag;
import io.moked.sending.Outbox;
import io.moked.tenancy.Tenants;
import io.moked.whatsapp.Backlog;
import io.moked.whatsapp.DeadLetters;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the platform is, in numbers; never what people wrote. */
@RestController
class OperationsController {

    private final Tenants tenants;
    private final DeadLetters deadLetters;
    private final Backlog backlog;
    private final Outbox outbox;
    private final Letters letters;
    private final SearchLag search;
    private final Path data;

    OperationsController(
            Tenants tenants,
            DeadLetters deadLetters,
            Backlog backlog,
            Outbox outbox,
            Letters letters,
            SearchLag search,
            @Value("${moked.data:.moked}") Path data) {
        this.tenants = tenants;
        this.deadLetters = deadLetters;
        this.backlog = backlog;
        this.outbox = outbox;
        this.letters = letters;
        this.search = search;
        this.data = data;
    }

    /**
     * What waits, and what room there is.
     *
     * @param deliveryLagSeconds how long the oldest delivery has waited to be worked through
     * @param filesWaiting files that contacts sent and that are not fetched yet
     * @param searchEntriesWaiting what happened and cannot be searched yet, counted up to 100,000
     * @param searchBusinessesWaiting businesses whose older messages cannot all be searched yet
     * @param diskFreeBytes where the answering server keeps its data
     */
    record Operations(
            int tenants,
            int deliveriesWaiting,
            long deliveryLagSeconds,
            int outboxWaiting,
            int lettersWaiting,
            int filesWaiting,
            int deadLetters,
            int searchEntriesWaiting,
            int searchBusinessesWaiting,
            long diskFreeBytes,
            String database) {}

    /** What waits, and where. Answers 503 instead while the database is away. */
    @GetMapping("/api/v1/operations")
    @Requires(Permission.OPERATE)
    Operations show() {
        return new Operations(
                tenants.countBusinesses(),
                deadLetters.deliveriesWaiting(),
                backlog.lag().toSeconds(),
                outbox.waiting(),
                letters.waiting(),
                backlog.filesWaiting(),
                deadLetters.count(),
                search.entries(),
                search.businesses(),
                data.toFile().getUsableSpace(),
                "up");
    }
}
