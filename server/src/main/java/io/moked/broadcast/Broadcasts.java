package io.moked.broadcast;

import io.moked.access.Names;
import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Broadcasts as people plan, turn and watch them. */
@Component
public class Broadcasts implements Names {

    /** In which state recipients can be asked for. */
    public static final Set<String> STATES =
            Set.of(
                    "waiting",
                    "skipped",
                    "queued",
                    "unconfirmed",
                    "sent",
                    "failed",
                    "delivered",
                    "read");

    private final BroadcastStore store;
    private final ResultStore results;
    private final Drafting drafting;
    private final Turns turns;
    private final BroadcastBell bell;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Broadcasts(
            BroadcastStore store,
            ResultStore results,
            Drafting drafting,
            Turns turns,
            BroadcastBell bell,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.results = results;
        this.drafting = drafting;
        this.turns = turns;
        this.bell = bell;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A broadcast, and whether this very call planned it. */
    public record Planned(Broadcast broadcast, boolean isNew) {}

    /** Has it sent at its time, or at once. The same client id again gives the same broadcast. */
    @Transactional
    public Planned plan(UUID client, Plan wanted, UserId by) {
        var before = store.ofClient(client);
        if (before.isPresent()) {
            return new Planned(before.get(), false);
        }
        var plan = drafting.checked(wanted);
        var now = clock.instant();
        var startsAt = plan.startsAt() == null ? now : plan.startsAt();
        var broadcast =
                new Broadcast(
                        ids.next(),
                        plan,
                        drafting.category(plan),
                        Broadcast.State.PLANNED,
                        null,
                        false,
                        null,
                        Instant.EPOCH,
                        by.value(),
                        now,
                        null,
                        null);
        if (!store.add(broadcast, client, startsAt)) {
            return new Planned(store.ofClient(client).orElseThrow(), false);
        }
        journal.append(
                Fact.of("broadcast.planned", broadcast.id()).by(by.value()).with("for", startsAt));
        bell.ring();
        return new Planned(store.find(new BroadcastId(broadcast.id())).orElseThrow(), true);
    }

    @Transactional(readOnly = true)
    public Broadcast find(BroadcastId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<Broadcast> list(Page page) {
        return Slice.of(store.list(page), page, it -> new Cursor(it.createdAt(), it.id()));
    }

    /** What came of each so far; one without recipients is missing. */
    @Transactional(readOnly = true)
    public Map<UUID, Results> results(Collection<UUID> broadcasts) {
        return broadcasts.isEmpty() ? Map.of() : results.of(broadcasts);
    }

    /** Until when nobody of it is written to, because it is night where they are. */
    @Transactional(readOnly = true)
    public Map<UUID, Instant> quietUntil(Collection<UUID> broadcasts) {
        if (broadcasts.isEmpty()) {
            return Map.of();
        }
        var next = results.next(broadcasts);
        next.values().removeIf(it -> !it.isAfter(clock.instant()));
        return next;
    }

    /**
     * Those in one state, or all.
     *
     * @param replied only those who have written since
     */
    @Transactional(readOnly = true)
    public Slice<Recipient> recipients(
            BroadcastId id, @Nullable String state, boolean replied, Page page) {
        find(id);
        List<Recipient> rows = results.list(id, state, replied, page);
        return Slice.of(rows, page, it -> new Cursor(Instant.EPOCH, it.contact()));
    }

    @Transactional
    public Broadcast pause(BroadcastId id, UserId by) {
        var broadcast = locked(id);
        if (broadcast.state() != Broadcast.State.RUNNING) {
            throw new Refusals.BroadcastNotTurned(broadcast.state());
        }
        turns.pause(broadcast, Broadcast.Pause.BY_HAND, by.value());
        return find(id);
    }

    @Transactional
    public Broadcast resume(BroadcastId id, UserId by) {
        var broadcast = locked(id);
        if (broadcast.state() != Broadcast.State.PAUSED) {
            throw new Refusals.BroadcastNotTurned(broadcast.state());
        }
        turns.resume(broadcast, by.value());
        bell.ring();
        return find(id);
    }

    @Transactional
    public Broadcast cancel(BroadcastId id, UserId by) {
        var broadcast = locked(id);
        if (broadcast.state().isOver()) {
            throw new Refusals.BroadcastNotTurned(broadcast.state());
        }
        turns.cancel(broadcast, by.value());
        return find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return reader.may(Permission.SEND_BROADCASTS)
                ? store.find(things).stream()
                        .collect(Collectors.toMap(Broadcast::id, it -> it.plan().name()))
                : Map.of();
    }

    private Broadcast locked(BroadcastId id) {
        return store.lock(id).orElseThrow(NotFound::new);
    }
}
