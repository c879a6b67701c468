package io.moked.routing.offer;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.agent.Availabilities;
import io.moked.agent.Availability;
import io.moked.conversation.Conversation.Workload;
import io.moked.conversation.Conversations;
import io.moked.conversation.Moves;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agents are asked whether they take what waits. It waits on until one of them does, in its place;
 * whoever says no, or nothing, makes way for another.
 */
@Component
public class Offers {

    /** Somebody works on the conversation; what is over is looked at again then. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final OfferStore store;
    private final Conversations conversations;
    private final Moves moves;
    private final Agents agents;
    private final Availabilities availabilities;
    private final Journal journal;
    private final Clock clock;

    Offers(
            OfferStore store,
            Conversations conversations,
            Moves moves,
            Agents agents,
            Availabilities availabilities,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.conversations = conversations;
        this.moves = moves;
        this.agents = agents;
        this.availabilities = availabilities;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of an offer. */
    public enum Answer {
        /** There is none yet. */
        OPEN,
        ACCEPTED,
        DECLINED,
        /** Its time went by. */
        PASSED,
        /** It went elsewhere, or the agent did. */
        WITHDRAWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Answer of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whoever was asked answers too late, or it went elsewhere. */
    static final class OfferOver extends Refusal {
        OfferOver() {
            super(Kind.CONFLICT, "offer-over");
        }
    }

    /** What the user is asked to take, the oldest first. */
    @Transactional(readOnly = true)
    public List<Offer> to(UserId user) {
        return store.to(user.value(), clock.instant());
    }

    /** Who is asked for something that waits. */
    @Transactional(readOnly = true)
    public Optional<Offer> of(UUID conversation) {
        return store.of(conversation);
    }

    /** Those of these that somebody is asked for; whoever has them locked may rely on it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> standing(Collection<UUID> conversations) {
        return store.standing(conversations);
    }

    /** Asks, with the conversations locked and room kept. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void make(List<Offer> offers) {
        if (offers.isEmpty()) {
            return;
        }
        store.add(offers);
        journal.append(offers.stream().map(it -> fact("offered", it)).toList());
    }

    /**
     * Theirs from now on.
     *
     * @return the conversation
     */
    @Transactional
    public UUID accept(UUID id, SignedIn by) {
        var offer = theirs(id, by);
        var waiting = conversations.awaitWaiting(offer.conversation()).orElseThrow(OfferOver::new);
        if (!by.reach(ANSWER_CONVERSATIONS).includes(offer.line())) {
            throw new NotFound();
        }
        // Whoever takes somebody's rights away locks them, too, and finds what they have by then.
        agents.lock(List.of(offer.agent()));
        if (!agents.answers(by.user())) {
            throw new OfferOver();
        }
        boolean isLate = !offer.endsAt().isAfter(clock.instant());
        if (isLate || store.end(List.of(id), Answer.ACCEPTED).isEmpty()) {
            throw new OfferOver();
        }
        moves.overflow(List.of(waiting), Map.of(offer.conversation(), offer.line()));
        conversations.give(Map.of(offer.conversation(), by.user()), by.user());
        store.hold(offer, clock.instant());
        store.answered(List.of(offer.agent()));
        return offer.conversation();
    }

    /** Another one is asked. */
    @Transactional
    public void decline(UUID id, SignedIn by) {
        var offer = theirs(id, by);
        var waiting = conversations.awaitWaiting(offer.conversation());
        var ended = waiting.isEmpty() ? List.<Offer>of() : end(List.of(id), Answer.DECLINED);
        if (ended.isEmpty()) {
            throw new OfferOver();
        }
        store.answered(List.of(offer.agent()));
    }

    private Offer theirs(UUID id, SignedIn user) {
        var agent = user.user().value();
        return store.find(id)
                .filter(it -> it.agent().equals(agent))
                .orElseThrow(() -> store.was(id, agent) ? new OfferOver() : new NotFound());
    }

    /**
     * Ends what nobody has answered in time, and what is asked of somebody who is not there any
     * more.
     *
     * @return when the next one ends
     */
    @Transactional
    public Optional<Instant> endOver() {
        var all = store.all();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var there = there(all);
        var passed = new ArrayList<Offer>();
        var left = new ArrayList<Offer>();
        for (var it : all) {
            if (!it.endsAt().isAfter(now)) {
                passed.add(it);
            } else if (!there.contains(it.agent())) {
                left.add(it);
            }
        }
        boolean isBusy = !endUnlocked(passed, Answer.PASSED);
        isBusy |= !endUnlocked(left, Answer.WITHDRAWN);
        return isBusy
                ? Optional.of(now.plus(SOON))
                : all.stream().map(Offer::endsAt).filter(now::isBefore).findFirst();
    }

    private Set<UUID> there(List<Offer> all) {
        return agents.of(all.stream().map(Offer::agent).collect(toSet())).stream()
                .filter(it -> it.availability() == Availability.AVAILABLE)
                .map(Agents.Standing::id)
                .collect(toSet());
    }

    /** Whether nobody was at work on any of them. */
    private boolean endUnlocked(List<Offer> offers, Answer answer) {
        if (offers.isEmpty()) {
            return true;
        }
        var locked =
                conversations
                        .lockWaiting(
                                offers.stream().map(Offer::conversation).toList(), offers.size())
                        .stream()
                        .map(Workload.Work::conversation)
                        .collect(toSet());
        var ours = offers.stream().filter(it -> locked.contains(it.conversation())).toList();
        var ended = end(ours.stream().map(Offer::id).toList(), answer);
        if (answer == Answer.PASSED && !ended.isEmpty()) {
            var silent = store.missed(ended);
            silent.forEach(it -> availabilities.goesAway(new UserId(it)));
            store.answered(silent);
        }
        return ours.size() == offers.size();
    }

    private List<Offer> end(List<UUID> ids, Answer answer) {
        var ended = store.end(ids, answer);
        agents.release(ended.stream().collect(groupingBy(Offer::agent, summingInt(Offer::units))));
        journal.append(
                ended.stream()
                        .map(it -> fact("offer-ended", it).withCode("answer", answer.word()))
                        .toList());
        return ended;
    }

    private static Fact fact(String what, Offer it) {
        return Fact.of("conversation." + what, it.conversation())
                .with("colleagueId", it.agent())
                .with("offerId", it.id());
    }
}
