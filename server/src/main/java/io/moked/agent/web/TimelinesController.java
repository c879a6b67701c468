package io.moked.agent.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.agent.Availabilities;
import io.moked.agent.Availability;
import io.moked.agent.BreakReasons;
import io.moked.agent.By;
import io.moked.agent.Spell;
import io.moked.kernel.Invalid;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How agents were. */
@RestController
@RequestMapping("/api/v1")
class TimelinesController {

    /** A month with its longest days, and some more. */
    private static final Duration LONGEST = Duration.ofDays(32);

    private static final Duration USUAL = Duration.ofDays(1);

    private final Availabilities availabilities;
    private final BreakReasons reasons;
    private final Users users;
    private final Clock clock;

    TimelinesController(
            Availabilities availabilities, BreakReasons reasons, Users users, Clock clock) {
        this.availabilities = availabilities;
        this.reasons = reasons;
        this.users = users;
        this.clock = clock;
    }

    /**
     * How an agent was for a while.
     *
     * @param reason of a break; null for none
     * @param until null while it goes on
     * @param byName who decided it; null where nobody did
     */
    record SpellView(
            UUID id,
            Availability availability,
            @Nullable BreakReasonView reason,
            Instant from,
            @Nullable Instant until,
            By by,
            @Nullable String byName) {}

    /**
     * What an agent was, each with the whole of its time, the newest first: what reaches into a
     * range of at most 32 days, or into the last day.
     */
    @GetMapping("/agents/{id}/timeline")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Slice<SpellView> of(
            @PathVariable UUID id,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return view(
                availabilities.timeline(new UserId(id), range(from, to), Page.of(cursor, limit)));
    }

    /** The same of the caller. */
    @GetMapping("/me/timeline")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    Slice<SpellView> own(
            SignedIn caller,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        return view(
                availabilities.timeline(caller.user(), range(from, to), Page.of(cursor, limit)));
    }

    private Spell.Range range(@Nullable Instant first, @Nullable Instant last) {
        var to = last == null ? clock.instant() : last;
        var from = first == null ? to.minus(USUAL) : first;
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new Invalid("to", "out-of-range");
        }
        return new Spell.Range(from, to);
    }

    private Slice<SpellView> view(Slice<Spell> spells) {
        var known = BreakReasonView.all(reasons);
        List<UUID> actors =
                spells.items().stream().map(Spell::actor).filter(Objects::nonNull).toList();
        var names = users.names(actors);
        return new Slice<>(
                spells.items().stream()
                        .map(it ->
                                new SpellView(
                                        it.id(),
                                        it.availability(),
                                        it.reason() == null ? null : known.get(it.reason()),
                                        it.from(),
                                        it.until(),
                                        it.by(),
                                        it.actor() == null ? null : names.get(it.actor())))
                        .toList(),
                spells.next());
    }
}
