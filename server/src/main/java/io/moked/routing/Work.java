package io.moked.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.conversation.Workload;
import io.moked.routing.WorkStore.Held;
import io.moked.routing.WorkStore.Place;
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
    private final Agents agents;
    private final Waker waker;
    private final Clock clock;

    Work(WorkStore store, Agents agents, Waker waker, Clock clock) {
        this.store = store;
        this.agents = agents;
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
        var ids = work.stream().map(Workload.Work::conversation).toList();
        var held = release(ids).stream().collect(toMap(Held::conversation, Function.identity()));
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
        var held = store.release(ids);
        held.forEach(it -> cameAt.put(it.conversation(), it.cameAt()));
        agents.lock(
                Stream.concat(held.stream().map(Held::agent), Stream.of(agent.value())).toList());
        giveBack(held);
        int units = ids.size() * WorkStore.UNITS;
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
                                        WorkStore.UNITS,
                                        cameAt.getOrDefault(it, now)))
                        .toList(),
                now);
        return isBeyond;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rest(Collection<UUID> conversations) {
        var cameAt = store.unqueue(conversations);
        release(conversations).forEach(it -> cameAt.put(it.conversation(), it.cameAt()));
        store.rest(cameAt);
    }

    /** Whether somebody is at work is not asked: what they set aside was theirs to go on with. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> comeBack(Map<Workload.Work, UserId> work) {
        if (work.isEmpty()) {
            return Set.of();
        }
        agents.lock(work.values().stream().map(UserId::value).toList());
        release(work.keySet().stream().map(Workload.Work::conversation).toList());
        var free =
                new HashMap<>(
                        agents.of(work.values().stream().map(UserId::value).toList()).stream()
                                .collect(toMap(Standing::id, it -> it.capacity() - it.used())));
        var back = new HashSet<UUID>();
        work.forEach((it, agent) -> {
            int left = free.merge(agent.value(), -WorkStore.UNITS, Integer::sum);
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
        release(conversations);
        store.unqueue(conversations);
    }

    private List<Held> release(Collection<UUID> conversations) {
        var held = store.release(conversations);
        giveBack(held);
        return held;
    }

    private void giveBack(List<Held> held) {
        agents.release(held.stream().collect(groupingBy(Held::agent, summingInt(Held::units))));
    }
}
