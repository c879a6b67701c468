package io.moked.audit.web;

import io.moked.access.Names;
import io.moked.access.Session.Place;
import io.moked.access.SessionHistory;
import io.moked.access.SignedIn;
import io.moked.audit.Activities;
import io.moked.audit.Activities.Activity;
import io.moked.audit.Activities.Filter;
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
import org.springframework.stereotype.Component;

/** Entries of the activity log with what other rooms know of them: names, and from where. */
@Component
class AuditEntries {

    /** The detail that names a session, or a try to open one. */
    private static final String SESSION = "session";

    private static final Predicate<String> UUIDS =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                    .asMatchPredicate();

    private final Activities activities;
    private final List<Names> keepers;
    private final SessionHistory sessions;

    AuditEntries(Activities activities, List<Names> keepers, SessionHistory sessions) {
        this.activities = activities;
        this.keepers = keepers;
        this.sessions = sessions;
    }

    record Actor(UUID id, String name) {}

    /**
     * What somebody did.
     *
     * @param actor who did it; null where nobody we know did
     * @param person whom it is about, if that is somebody else
     * @param names what the things are called that {@code subject} and {@code details} name by id,
     *     as far as they are still there and the caller may see them
     * @param from from where, for what has to do with signing in; forgotten after 30 days
     */
    record AuditEntry(
            UUID id,
            Instant at,
            String action,
            @Nullable Actor actor,
            @Nullable Actor person,
            UUID subject,
            Map<String, String> details,
            Map<UUID, String> names,
            @Nullable Place from) {}

    Slice<AuditEntry> list(Filter filter, Page page, SignedIn reader) {
        var slice = activities.list(filter, page);
        var things =
                slice.items().stream().flatMap(AuditEntries::things).collect(Collectors.toSet());
        var names = new HashMap<UUID, String>();
        keepers.forEach(keeper -> names.putAll(keeper.of(things, reader)));
        var places = places(slice.items());
        return new Slice<>(
                slice.items().stream().map(it -> entry(it, names, places)).toList(), slice.next());
    }

    private Map<UUID, Place> places(List<Activity> found) {
        return sessions.places(
                found.stream()
                        .flatMap(it -> Stream.ofNullable(it.details().get(SESSION)))
                        .map(UUID::fromString)
                        .toList());
    }

    private static Stream<UUID> things(Activity it) {
        var named = it.details().values().stream().filter(UUIDS).map(UUID::fromString);
        return Stream.concat(Stream.of(it.subject(), it.actorId(), it.personId()), named)
                .filter(Objects::nonNull);
    }

    private static AuditEntry entry(Activity it, Map<UUID, String> names, Map<UUID, Place> places) {
        var own = things(it).filter(names::containsKey).distinct();
        var session = it.details().get(SESSION);
        return new AuditEntry(
                it.id(),
                it.at(),
                it.action(),
                actor(it.actorId(), names),
                actor(it.personId(), names),
                it.subject(),
                it.details(),
                own.collect(Collectors.toMap(Function.identity(), names::get)),
                session == null ? null : places.get(UUID.fromString(session)));
    }

    private static @Nullable Actor actor(@Nullable UUID id, Map<UUID, String> names) {
        return id == null ? null : new Actor(id, names.getOrDefault(id, ""));
    }
}
