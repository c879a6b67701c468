package io.moked.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.conversation.Conversations;
import io.moked.conversation.Workload;
import io.moked.routing.WorkStore.Held;
import io.moked.routing.engine.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides who gets what waits, and carries it out. Any number of servers may do so at the same
 * time: the conversation is locked, the agent's room is taken by a statement that looks and takes
 * at once, and what does not come true of a decision is decided anew.
 */
@Component
class Decisions {

    /**
     * How often somebody else may be quicker, or at work on the very same, until this server leaves
     * it to them.
     */
    private static final int PATIENCE = 10;

    /**
     * Of those who wait, so many are looked at together; more only where none of them can be given
     * to anybody.
     */
    private static final int FRONT = 200;

    private static final Duration MOMENT = Duration.ofMillis(5);

    private final Scene scene;
    private final WorkStore work;
    private final DecisionStore store;
    private final Agents agents;
    private final Conversations conversations;
    private final Members members;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Decisions(
            Scene scene,
            WorkStore work,
            DecisionStore store,
            Agents agents,
            Conversations conversations,
            Members members,
            TransactionTemplate transactions,
            Clock clock) {
        this.scene = scene;
        this.work = work;
        this.store = store;
        this.agents = agents;
        this.conversations = conversations;
        this.members = members;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a look at all that waits has come to.
     *
     * @param given how many conversations were given
     * @param again when there may be more to give though nothing happens
     */
    record Outcome(int given, Optional<Instant> again) {}

    /**
     * Until nobody with room could have anybody who waits.
     *
     * @return what came of it
     */
    Outcome decideAll() {
        int given = 0;
        int front = FRONT;
        for (int inVain = 0; inVain < PATIENCE; ) {
            var picture = scene.front(front);
            var decisions = picture.floor().settle(clock.instant());
            if (decisions.isEmpty()) {
                if (picture.isWhole()) {
                    return new Outcome(given, picture.changesAt());
                }
                front *= 4;
                continue;
            }
            int now = transactions.execute(tx -> carryOut(decisions));
            inVain = now > 0 ? 0 : inVain + 1;
            LockSupport.parkNanos(inVain * MOMENT.toNanos());
            given += now;
        }
        return new Outcome(given, Optional.empty());
    }

    private int carryOut(List<Decision> decisions) {
        var granted = granted(stillWaiting(decisions));
        var now = clock.instant();
        var gifts =
                granted.stream()
                        .collect(toMap(Decision::conversation, it -> new UserId(it.agent())));
        conversations.give(gifts, null);
        store.keep(granted, now);
        var cameAt = work.unqueue(gifts.keySet());
        work.hold(
                granted.stream()
                        .map(it -> held(it, cameAt.getOrDefault(it.conversation(), now)))
                        .toList(),
                now);
        return granted.size();
    }

    private List<Decision> stillWaiting(List<Decision> decisions) {
        var decided = decisions.stream().map(Decision::conversation).toList();
        var locked =
                conversations.lockWaiting(decided, decided.size()).stream()
                        .map(Workload.Work::conversation)
                        .collect(toSet());
        return decisions.stream().filter(it -> locked.contains(it.conversation())).toList();
    }

    /** Those whose agents may answer there and have room for all that was meant for them. */
    private List<Decision> granted(List<Decision> wanted) {
        var able = members.whoMayAnswer(wanted);
        var holders =
                agents.hold(
                        able.stream()
                                .collect(groupingBy(Decision::agent, summingInt(Decision::units))));
        return able.stream().filter(it -> holders.contains(it.agent())).toList();
    }

    private static Held held(Decision it, Instant cameAt) {
        return new Held(it.conversation(), it.agent(), it.units(), cameAt);
    }
}
