package io.moked.routing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.conversation.Conversation.Workload;
import io.moked.conversation.Conversation.Workload.Hand;
import io.moked.conversation.Conversations;
import io.moked.conversation.Moves;
import io.moked.routing.WorkStore.Queued;
import io.moked.routing.engine.Overflow;
import io.moked.routing.entrance.Entrances;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lines of waiting conversations. */
@Component
public class Queues {

    /** So many agents may take the next at the same moment; the rest find nobody, and ask again. */
    private static final int FRONT = 50;

    private final Departments departments;
    private final Entrances entrances;
    private final WorkStore store;
    private final Workload workload;
    private final Conversations conversations;
    private final Moves moves;
    private final Agents agents;
    private final Clock clock;

    Queues(
            Departments departments,
            Entrances entrances,
            WorkStore store,
            Workload workload,
            Conversations conversations,
            Moves moves,
            Agents agents,
            Clock clock) {
        this.departments = departments;
        this.entrances = entrances;
        this.store = store;
        this.workload = workload;
        this.conversations = conversations;
        this.moves = moves;
        this.agents = agents;
        this.clock = clock;
    }

    /**
     * The departments in whose lines new conversations of these numbers wait, kept until this
     * transaction is over; whichever is missing waits in a single line.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, UUID> ofNewcomers(Collection<UUID> channels) {
        return entrances.keepLines(channels);
    }

    /**
     * Gives the agent whoever stands first, there or in a line that has overflowed to it, those
     * last whom they had given back; empty where nobody waits whom they could ever hold.
     *
     * @return the conversation
     */
    @Transactional
    public Optional<UUID> takeNext(UUID department, UserId agent) {
        int capacity = agents.standing(agent).capacity();
        var front =
                Stream.concat(
                                store.front(Set.of(department), FRONT, capacity).stream(),
                                overflown(department, capacity))
                        .sorted(
                                comparing((Queued it) -> wasWith(it, agent))
                                        .thenComparing(it -> it.waiting().standing())
                                        .thenComparing(Queued::id))
                        .toList();
        var first = lockFirst(front);
        first.ifPresent(it -> {
            moves.overflow(List.of(it), Map.of(it.conversation(), department));
            workload.areGiven(List.of(it), agent, Hand.OWN);
            conversations.give(Map.of(it.conversation(), agent), agent);
        });
        return first.map(Workload.Work::conversation);
    }

    /** Who has been sent to another department since they were seen is passed by. */
    private Optional<Workload.Work> lockFirst(List<Queued> front) {
        var seen = front.stream().collect(toMap(Queued::id, Queued::department));
        var left = new ArrayList<>(front.stream().map(Queued::id).toList());
        while (true) {
            var first = conversations.lockWaiting(left, 1).stream().findFirst();
            if (first.isEmpty()
                    || Objects.equals(
                            first.get().department(), seen.get(first.get().conversation()))) {
                return first;
            }
            left.remove(first.get().conversation());
        }
    }

    private Stream<Queued> overflown(UUID department, int capacity) {
        var ways = departments.overflowingInto(department);
        var now = clock.instant();
        return store.front(ways.keySet(), FRONT, capacity).stream()
                .filter(it ->
                        ways.getOrDefault(it.department(), Overflow.NONE)
                                .lines(it.department(), it.since(), now)
                                .contains(department));
    }

    private static boolean wasWith(Queued one, UserId agent) {
        return one.waiting().declined().contains(agent.value())
                || one.asked().contains(agent.value());
    }
}
