package io.moked.journal;

import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact as it stands in the journal. */
public record JournalEntry(
        Position position,
        TenantId tenant,
        String kind,
        UUID subject,
        @Nullable UUID actor,
        Map<String, String> details,
        Instant at) {

    /** Whether a rule of the business did it, and no user. */
    public boolean isByRule() {
        return details.containsKey(Cause.RULE);
    }
}
