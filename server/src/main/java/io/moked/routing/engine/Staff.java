package io.moked.routing.engine;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The agents at work, by the departments they answer in. */
final class Staff {

    private final Map<UUID, Choice> choices;
    private final Map<UUID, Desk> desks = new HashMap<>();
    private final Map<UUID, Set<Desk>> all = new HashMap<>();
    private final Map<UUID, Set<Desk>> withRoom = new HashMap<>();

    Staff(Map<UUID, Choice> choices) {
        this.choices = choices;
    }

    Desk seat(Agent agent) {
        var desk = new Desk(agent);
        desks.put(agent.id(), desk);
        for (var department : agent.departments()) {
            of(all, department).add(desk);
            if (desk.hasRoom()) {
                of(withRoom, department).add(desk);
            }
        }
        return desk;
    }

    @Nullable Desk unseat(UUID agent) {
        var desk = desks.remove(agent);
        if (desk != null) {
            for (var department : desk.agent().departments()) {
                of(all, department).remove(desk);
                of(withRoom, department).remove(desk);
            }
        }
        return desk;
    }

    boolean has(Desk desk) {
        return desks.get(desk.agent().id()) == desk;
    }

    /** Each once, in however many of these departments they answer. */
    Collection<Desk> of(List<UUID> departments) {
        if (departments.size() == 1) {
            return of(all, departments.getFirst());
        }
        var together = new LinkedHashSet<Desk>();
        departments.forEach(it -> together.addAll(of(all, it)));
        return together;
    }

    void give(Desk desk, int units, Instant now) {
        desk.agent(desk.agent().given(units, now));
        if (!desk.hasRoom()) {
            desk.agent().departments().forEach(it -> of(withRoom, it).remove(desk));
        }
    }

    /** Who gets a conversation that stands in a department's line. */
    Optional<Desk> best(UUID department, Waiting one) {
        return of(withRoom, department).stream()
                .filter(it -> it.obstacle(one) == null)
                .min(order(department, one));
    }

    /** Who could have it, the chosen one first. */
    List<Considered> considered(UUID department, Waiting one, Desk chosen) {
        return of(withRoom, department).stream()
                .filter(it -> it.obstacle(one) == null)
                .sorted(comparing((Desk it) -> it != chosen).thenComparing(order(department, one)))
                .limit(Decision.CONSIDERED)
                .map(Desk::agent)
                .map(it -> considered(it, department, one))
                .toList();
    }

    private Considered considered(Agent agent, UUID department, Waiting one) {
        return new Considered(
                agent.id(), agent.preferred(one), choice(department).weights(agent, one));
    }

    /**
     * Who had best keep room for what does not fit beside what anybody holds: the least is missing
     * there.
     */
    Optional<Desk> keeper(Waiting one) {
        return one.lines().stream()
                .flatMap(it -> of(withRoom, it).stream())
                .filter(it -> it.keptFor() == null && it.unsuitable(one) == null)
                .max(comparing(Desk::agent, comparingInt(Agent::free).thenComparing(Agent::id)));
    }

    Choice choice(UUID department) {
        return choices.getOrDefault(department, Choice.LONGEST_IDLE);
    }

    private Comparator<Desk> order(UUID department, Waiting one) {
        return comparing(
                Desk::agent,
                comparingInt((Agent it) -> it.preferred(one))
                        .reversed()
                        .thenComparing(choice(department).order(one))
                        .thenComparing(Agent::idleSince)
                        .thenComparing(Agent::id));
    }

    private static Set<Desk> of(Map<UUID, Set<Desk>> desks, UUID department) {
        return desks.computeIfAbsent(department, it -> new LinkedHashSet<>());
    }
}
