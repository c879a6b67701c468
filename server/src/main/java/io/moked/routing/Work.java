package io.moked.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.conversation.Workload;
import io.moked.routing.WorkStore.Held;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
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
        if (work.isEmpty()) {
            return;
        }
        if (store.queue(work, clock.instant())) {
            waker.wakeAfterCommit();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void isGiven(Workload.Work work, UserId agent, Hand hand) {
        var conversation = List.of(work.conversation());
        release(conversation);
        store.unqueue(conversation);
        switch (hand) {
            case OWN -> agents.take(agent, WorkStore.UNITS);
            case ANOTHERS -> agents.holdBeyond(agent, WorkStore.UNITS);
        }
        store.hold(
                List.of(new Held(work.conversation(), agent.value(), WorkStore.UNITS)),
                clock.instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ends(Collection<UUID> conversations) {
        release(conversations);
        store.unqueue(conversations);
    }

    private void release(Collection<UUID> conversations) {
        agents.release(
                store.release(conversations).stream()
                        .collect(groupingBy(Held::agent, summingInt(Held::units))));
    }
}
