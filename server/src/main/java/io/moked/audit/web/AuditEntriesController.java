package io.moked.audit.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.Users;
import io.moked.audit.ActivityLog;
import io.moked.audit.ActivityLog.Activity;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The activity log. */
@RestController
@RequestMapping("/api/v1/audit-entries")
class AuditEntriesController {

    private final ActivityLog log;
    private final Users users;

    AuditEntriesController(ActivityLog log, Users users) {
        this.log = log;
        this.users = users;
    }

    record Actor(UUID id, String name) {}

    record AuditEntry(
            UUID id,
            Instant at,
            String action,
            @Nullable Actor actor,
            UUID subject,
            Map<String, String> details) {}

    /** What people did, newest first. */
    @GetMapping
    @Requires(Permission.READ_AUDIT)
    Slice<AuditEntry> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        var slice = log.list(Page.of(cursor, limit));
        List<UUID> actors =
                slice.items().stream()
                        .map(Activity::actorId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        var names = users.names(actors);
        return new Slice<>(
                slice.items().stream().map(it -> entry(it, names)).toList(), slice.next());
    }

    private static AuditEntry entry(Activity it, Map<UUID, String> names) {
        var actor = it.actorId();
        return new AuditEntry(
                it.id(),
                it.at(),
                it.action(),
                actor == null ? null : new Actor(actor, names.getOrDefault(actor, "")),
                it.subject(),
                it.details());
    }
}
