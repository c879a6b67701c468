package io.moked.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.conversation.Conversation.Workload;
import io.moked.routing.WorkStore.Held;
import io.moked.routing.WorkStore.Place;
import io.moked.routing.offer.Withdrawals;
import io.moked.routing.weight.Weights;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps account of what waits and of what agents hold. */
@Component
class Work implements Workload {

    private final WorkStore store;
    private final Withdrawals withdrawals;
    private final Agents agents;
    private final Weights weights;
    private final Members members;
    private final Waker waker;
    private final Clock clock;

    Work(
            WorkStore store,
            Withdrawals withdrawals,
            Agents agents,
            Weights weights,
            Members members,
            Waker waker,
            Clock clock) {
        this.store = store;
        this.withdrawals = withdrawals;
        this.agents = agents;
        this.weights = weights;
        this.members = members;
        this.waker = waker;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void waits(List<Workload.Work> work) {
        queue(work.stream().map(it -> Place.last(it, clock.instant())).toList());
    }

    /** Whoever had it last is remembered, so that it is not theirs again at once. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void waitsAgain(List<Workload.Work> work) {
        if (work.isEmpty()) {
            return;
        }
        var ids = work.stream().map(Workload.Work::conversation).toList();
        var held =
                free(ids, List.of()).stream()
                        .collect(toMap(Held::conversation, Function.identity()));
        var stood = store.unqueue(ids);
        queue(
                work.stream()
                        .map(it -> {
                            var before = held.get(it.conversation());
                            return before != null
                                    ? new Place(it, before.cameAt(), before.agent())
                                    : new Place(
                                            it,
                                            stood.getOrDefault(it.conversation(), clock.instant()),
                                            null);
                        })
                        .toList());
    }

    private void queue(List<Place> places) {
        if (!places.isEmpty() && store.queue(places, clock.instant())) {
            waker.wakeAfterCommit();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean areGiven(List<Workload.Work> work, UserId agent, Hand hand) {
        var ids = work.stream().map(Workload.Work::conversation).toList();
        var cameAt = store.unqueue(ids);
        free(ids, List.of(agent.value())).forEach(it -> cameAt.put(it.conversation(), it.cameAt()));
        if (!agents.answers(agent)) {
            throw new Refusals.AgentNotActive();
        }
        var each = weights(work);
        int units = each.values().stream().mapToInt(Integer::intValue).sum();
        boolean isBeyond =
                switch (hand) {
                    case OWN -> {
                        agents.take(agent, units);
                        yield false;
                    }
                    case ANOTHERS -> agents.holdBeyond(agent, units);
                };
        var now = clock.instant();
        store.hold(
                ids.stream()
                        .map(it ->
                                new Held(
                                        it,
                                        agent.value(),
                                        each.getOrDefault(it, Weights.USUAL),
                                        cameAt.getOrDefault(it, now)))
                        .toList(),
                now);
        return isBeyond;
    }

    private Map<UUID, Integer> weights(List<Workload.Work> work) {
        var known = weights.known();
        return work.stream()
                .collect(
                        toMap(
                                Workload.Work::conversation,
                                it -> known.getOrDefault(it.channel(), Weights.USUAL)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rest(Collection<UUID> conversations) {
        store.note("rests", conversations, clock.instant());
        var cameAt = store.unqueue(conversations);
        free(conversations, List.of()).forEach(it -> cameAt.put(it.conversation(), it.cameAt()));
        store.rest(cameAt);
    }

    /** Whether somebody is at work is not asked: what they set aside was theirs to go on with. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> comeBack(Map<Workload.Work, UserId> work) {
        if (work.isEmpty()) {
            return Set.of();
        }
        free(
                work.keySet().stream().map(Workload.Work::conversation).toList(),
                work.values().stream().map(UserId::value).toList());
        var able = members.whoMayHave(work);
        var free =
                new HashMap<>(
                        agents.of(work.values().stream().map(UserId::value).toList()).stream()
                                .collect(toMap(Standing::id, it -> it.capacity() - it.used())));
        var each = weights(List.copyOf(work.keySet()));
        var back = new HashSet<UUID>();
        able.forEach((it, agent) -> {
            int units = each.getOrDefault(it.conversation(), Weights.USUAL);
            int left = free.merge(agent.value(), -units, Integer::sum);
            if (left >= 0) {
                areGiven(List.of(it), agent, Hand.ANOTHERS);
                back.add(it.conversation());
            }
        });
        return back;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ends(Collection<UUID> conversations) {
        store.note("ended", conversations, clock.instant());
        free(conversations, List.of());
        store.unqueue(conversations);
    }

    /**
     * Whatever is held of these, or kept for whoever is asked for them, is free again. All agents
     * that it is about are locked together: who locks them one after the other waits for whoever
     * has them the other way round.
     *
     * @param others who are locked with them
     */
    private List<Held> free(Collection<UUID> conversations, List<UUID> others) {
        var kept = withdrawals.of(conversations);
        var held = store.release(conversations);
        agents.lock(
                Stream.of(kept.keySet().stream(), held.stream().map(Held::agent), others.stream())
                        .flatMap(it -> it)
                        .distinct()
                        .toList());
        agents.release(kept);
        agents.release(held.stream().collect(groupingBy(Held::agent, summingInt(Held::units))));
        return held;
    }
}
