package io.moked.routing.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
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
                                .noneMatch(it -> !declined.contains(it.id()) && suits(it));
        return isLost ? declinedBy(Set.of()) : this;
    }

    /**
     * The same, not for those who were asked and did not take it, as long as somebody else is there
     * who could have it; else everybody is asked once more.
     */
    public Waiting notFor(Set<UUID> asked, Collection<Agent> agents) {
        if (asked.isEmpty()) {
            return this;
        }
        var out = new HashSet<>(declined);
        out.addAll(asked);
        boolean isForOthers =
                agents.stream()
                        .anyMatch(it -> it.isAvailable() && !out.contains(it.id()) && suits(it));
        return isForOthers ? declinedBy(out) : this;
    }

    /** Whether the agent could have it, if they were there and had room. */
    public boolean suits(Agent agent) {
        return agent.departments().stream().anyMatch(lines::contains)
                && agent.capacity() >= units
                && agent.knows(required);
    }

    private Waiting declinedBy(Set<UUID> out) {
        return new Waiting(id, lines, standing, units, required, preferred, sticky, out);
    }

    /** The same, for nobody but this agent. */
    public Waiting keptFor(UUID agent) {
        return new Waiting(id, lines, standing, units, required, preferred, agent, declined);
    }

    /** The same, in the lines of these departments. */
    public Waiting in(List<UUID> departments) {
        return new Waiting(id, departments, standing, units, required, preferred, sticky, declined);
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
