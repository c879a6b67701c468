package io.moked.audit.web;

import io.moked.access.Names;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.audit.ActivityLog;
import io.moked.audit.ActivityLog.Activity;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The activity log. */
@RestController
@RequestMapping("/api/v1/audit-entries")
class AuditEntriesController {

    private static final Predicate<String> UUIDS =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                    .asMatchPredicate();

    private final ActivityLog log;
    private final List<Names> keepers;

    AuditEntriesController(ActivityLog log, List<Names> keepers) {
        this.log = log;
        this.keepers = keepers;
    }

    record Actor(UUID id, String name) {}

    /**
     * What somebody did.
     *
     * @param names what the things are called that {@code subject} and {@code details} name by id,
     *     as far as they are still there and the caller may see them
     */
    record AuditEntry(
            UUID id,
            Instant at,
            String action,
            @Nullable Actor actor,
            UUID subject,
            Map<String, String> details,
            Map<UUID, String> names) {}

    /** What people did, newest first. */
    @GetMapping
    @Requires(Permission.READ_AUDIT)
    Slice<AuditEntry> list(
            SignedIn caller,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var slice = log.list(Page.of(cursor, limit));
        var things =
                slice.items().stream()
                        .flatMap(AuditEntriesController::things)
                        .collect(Collectors.toSet());
        var names = new HashMap<UUID, String>();
        keepers.forEach(keeper -> names.putAll(keeper.of(things, caller)));
        var entries = slice.items().stream().map(it -> entry(it, names)).toList();
        return new Slice<>(entries, slice.next());
    }

    private static Stream<UUID> things(Activity it) {
        var named = it.details().values().stream().filter(UUIDS).map(UUID::fromString);
        return Stream.concat(Stream.of(it.subject(), it.actorId()), named).filter(Objects::nonNull);
    }

    private static AuditEntry entry(Activity it, Map<UUID, String> names) {
        var actor = it.actorId();
        var own = things(it).filter(names::containsKey).distinct();
        return new AuditEntry(
                it.id(),
                it.at(),
                it.action(),
                actor == null ? null : new Actor(actor, names.getOrDefault(actor, "")),
                it.subject(),
                it.details(),
                own.collect(Collectors.toMap(Function.identity(), names::get)));
    }
}
