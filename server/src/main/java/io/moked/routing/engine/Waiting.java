package io.moked.routing.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that waits for an agent.
 *
 * @param lines the departments in whose lines it stands, its own first, then those it has
 *     overflowed to
 * @param standing when it would have come in if all were equally urgent. Whoever is urgent came
 *     earlier, and everybody's wait grows alike: so the order of two never changes, and nobody
 *     waits behind newcomers for longer than urgency can be worth.
 * @param units how much of an agent's capacity it takes
 * @param required what an agent has to know, and how well at least
 * @param preferred what an agent had better know
 * @param sticky whom it waits for before anybody else may have it
 * @param declined who has been asked, and did not take it
 */
public record Waiting(
        UUID id,
        List<UUID> lines,
        Instant standing,
        int units,
        Map<UUID, Integer> required,
        Map<UUID, Integer> preferred,
        @Nullable UUID sticky,
        Set<UUID> declined) {

    /**
     * The same; but offered again to those who declined it where none of the others could ever have
     * it, so that it does not wait for nobody.
     */
    Waiting forSomebodyOf(Collection<Agent> agents) {
        boolean isLost =
                !declined.isEmpty()
                        && agents.stream()
                                .noneMatch(it ->
                                        !declined.contains(it.id())
                                                && it.departments().stream()
                                                        .anyMatch(lines::contains)
                                                && it.capacity() >= units
                                                && it.knows(required));
        return isLost
                ? new Waiting(id, lines, standing, units, required, preferred, sticky, Set.of())
                : this;
    }

    /** The same, asking for this. */
    public Waiting asking(Needs needs) {
        return new Waiting(
                id, lines, standing, units, needs.required(), needs.preferred(), sticky, declined);
    }

    /** Oldest standing first; ids, which grow with time, settle the rest. */
    static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::standing).thenComparing(Waiting::id);
}
