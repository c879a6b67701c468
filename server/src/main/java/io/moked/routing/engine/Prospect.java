package io.moked.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * How something that waits stands by now, and what will change though nothing happens. All of it is
 * computed from the wait, so nothing has to be written when it does.
 *
 * @param relaxesAt when it asks for less; empty for never
 * @param overflowsAt when others get it, too; empty for never, or where they do
 * @param keptUntil how long it waits for one agent; empty where it does for nobody
 */
public record Prospect(
        Waiting waiting,
        Optional<Instant> relaxesAt,
        Optional<Instant> overflowsAt,
        Optional<Instant> keptUntil) {

    public static Prospect of(Waiting plain, Needs needs, Terms terms, Instant since, Instant now) {
        var lines = terms.overflow().lines(plain.lines().getFirst(), since, now);
        var still = needs.after(Duration.between(since, now), terms.relaxing());
        return new Prospect(
                plain.in(lines).asking(still),
                needs.relaxesAt(since, now, terms.relaxing()),
                terms.overflow().beginsAt(since, now),
                Optional.empty());
    }

    /** The same among these agents, some of whom were asked and did not take it. */
    public Prospect among(Collection<Agent> agents, Set<UUID> asked) {
        return new Prospect(waiting.notFor(asked, agents), relaxesAt, overflowsAt, keptUntil);
    }

    /** The same for this agent alone, as far as they could have it. */
    public Prospect keptFor(Agent agent, Instant until) {
        return waiting.suits(agent) && !waiting.declined().contains(agent.id())
                ? new Prospect(
                        waiting.keptFor(agent.id()), relaxesAt, overflowsAt, Optional.of(until))
                : this;
    }

    /** When it is otherwise. */
    public Stream<Instant> changes() {
        return Stream.of(relaxesAt, overflowsAt, keptUntil).flatMap(Optional::stream);
    }
}
