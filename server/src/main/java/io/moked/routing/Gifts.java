package io.moked.routing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.conversation.Conversation.Workload;
import io.moked.conversation.Conversations;
import io.moked.conversation.Moves;
import io.moked.routing.WorkStore.Held;
import io.moked.routing.engine.Decision;
import io.moked.routing.offer.Offer;
import io.moked.routing.offer.Offers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets decisions come true, as far as they still can. */
@Component
class Gifts {

    private final WorkStore work;
    private final DecisionStore store;
    private final Agents agents;
    private final Conversations conversations;
    private final Moves moves;
    private final Members members;
    private final Offers offers;
    private final Clock clock;

    Gifts(
            WorkStore work,
            DecisionStore store,
            Agents agents,
            Conversations conversations,
            Moves moves,
            Members members,
            Offers offers,
            Clock clock) {
        this.work = work;
        this.store = store;
        this.agents = agents;
        this.conversations = conversations;
        this.moves = moves;
        this.members = members;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * Gives, or asks, with the room for it taken either way.
     *
     * @param picture what was decided by; what belongs to another department by now is left
     * @return what has come true
     */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Decision> carryOut(Collection<Decision> decisions, Scene.Picture picture) {
        var asking = picture.asking();
        var waiting = stillWaiting(decisions);
        waiting.values().removeIf(it -> !picture.isHome(it));
        var granted =
                granted(
                        decisions.stream()
                                .filter(it -> waiting.containsKey(it.conversation()))
                                .toList());
        var now = clock.instant();
        var ids = store.keep(granted, asking.keySet(), now);
        var byAsking =
                granted.stream().collect(partitioningBy(it -> asking.containsKey(it.line())));
        give(byAsking.getOrDefault(false, List.of()), waiting, now);
        offers.make(
                byAsking.getOrDefault(true, List.of()).stream()
                        .map(it -> offer(it, ids, now, asking))
                        .toList());
        return granted;
    }

    /** Nobody is asked for two at once: whoever asks has the conversation locked. */
    private Map<UUID, Workload.Work> stillWaiting(Collection<Decision> decisions) {
        var decided = decisions.stream().map(Decision::conversation).toList();
        var locked =
                conversations.lockWaiting(decided, decided.size()).stream()
                        .collect(toMap(Workload.Work::conversation, it -> it));
        locked.keySet().removeAll(offers.standing(locked.keySet()));
        return locked;
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

    private void give(Collection<Decision> given, Map<UUID, Workload.Work> waiting, Instant now) {
        var lines = given.stream().collect(toMap(Decision::conversation, Decision::line));
        moves.overflow(lines.keySet().stream().map(waiting::get).toList(), lines);
        var gifts =
                given.stream().collect(toMap(Decision::conversation, it -> new UserId(it.agent())));
        conversations.give(gifts, null);
        var cameAt = work.unqueue(gifts.keySet());
        work.hold(
                given.stream()
                        .map(it -> held(it, cameAt.getOrDefault(it.conversation(), now)))
                        .toList(),
                now);
    }

    private static Held held(Decision it, Instant cameAt) {
        return new Held(it.conversation(), it.agent(), it.units(), cameAt);
    }

    private static Offer offer(
            Decision it, Map<UUID, UUID> ids, Instant now, Map<UUID, Duration> asking) {
        return new Offer(
                ids.getOrDefault(it.conversation(), it.conversation()),
                it.conversation(),
                it.line(),
                it.agent(),
                it.units(),
                now,
                now.plus(asking.getOrDefault(it.line(), Duration.ZERO)));
    }
}
