package io.moked.agent;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static java.util.stream.Collectors.toMap;

import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The agents of the tenant in scope, and what each holds, in units of capacity. */
@Component
public class Agents {

    private final AgentStore store;
    private final Users users;
    private final Journal journal;
    private final RoomListener listener;
    private final Clock clock;

    Agents(AgentStore store, Users users, Journal journal, RoomListener listener, Clock clock) {
        this.store = store;
        this.users = users;
        this.journal = journal;
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * An agent as they stand.
     *
     * @param reason why they are on a break; null for no reason, or no break
     * @param backAs what they are again once their console is back; null unless the server found it
     *     gone
     * @param since since when they stand like this
     * @param used what they hold; above the capacity where somebody gave them more
     * @param idleSince since when nothing was given to them, and nothing of theirs ended
     * @param lastGivenAt null where nothing ever was
     */
    public record Standing(
            UUID id,
            Availability availability,
            @Nullable UUID reason,
            @Nullable Availability backAs,
            Instant since,
            int capacity,
            int used,
            Instant idleSince,
            @Nullable Instant lastGivenAt) {}

    /**
     * Hears, within the transaction that makes it so, of agents who may have more room than before,
     * or come, or go.
     */
    public interface RoomListener {

        void roomChanged(UserId agent);
    }

    /** All who ever were agents, by id. */
    @Transactional(readOnly = true)
    public List<Standing> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public List<Standing> of(Collection<UUID> agents) {
        return agents.isEmpty() ? List.of() : store.of(agents);
    }

    /** From now on they are known as agents; offline until they say otherwise. */
    @Transactional
    public void enter(Collection<UUID> agents) {
        store.enter(agents, clock.instant());
    }

    /** Somebody who was never an agent is offline. */
    @Transactional(readOnly = true)
    public Standing standing(UserId agent) {
        return store.of(List.of(agent.value())).stream()
                .findFirst()
                .orElseGet(() -> stranger(agent));
    }

    /** The same of several, in their order. */
    @Transactional(readOnly = true)
    public List<Standing> each(List<UserId> agents) {
        var known =
                of(agents.stream().map(UserId::value).toList()).stream()
                        .collect(toMap(Standing::id, Function.identity()));
        return agents.stream()
                .map(it -> {
                    var standing = known.get(it.value());
                    return standing == null ? stranger(it) : standing;
                })
                .toList();
    }

    private Standing stranger(UserId agent) {
        var now = clock.instant();
        int capacity = Limit.USUAL_CAPACITY.value();
        return new Standing(
                agent.value(), Availability.OFFLINE, null, null, now, capacity, 0, now, null);
    }

    /** How much somebody may hold at once; what they hold already, they keep. */
    @Transactional
    public Standing setCapacity(UserId agent, int capacity, SignedIn by) {
        if (!answers(agent)) {
            throw new NotFound();
        }
        var before = locked(agent);
        if (before.capacity() == capacity) {
            return before;
        }
        journal.append(Fact.of("agent.capacity-changed", agent.value()).by(by.user().value()));
        listener.roomChanged(agent);
        return store.setCapacity(agent, capacity);
    }

    void mustBeThere(UserId somebody) {
        var _ = users.find(somebody).orElseThrow(NotFound::new);
    }

    /** Whether they come in and may answer contacts; once they are locked, until the end. */
    public boolean answers(UserId agent) {
        return users.find(agent)
                .filter(User::isActive)
                .filter(it -> it.permissions().include(ANSWER_CONVERSATIONS))
                .isPresent();
    }

    /** These change for nobody else until this transaction is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<UUID> agents) {
        if (!agents.isEmpty()) {
            store.lock(agents);
        }
    }

    /**
     * Gives them so many units more, as far as they are available and it fits.
     *
     * @return those to whom it was given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> hold(Map<UUID, Integer> units) {
        return store.hold(units, clock.instant());
    }

    /** Whoever takes something themselves need not be available; but it has to fit. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(UserId agent, int units) {
        var standing = locked(agent);
        if (standing.used() + units > standing.capacity()) {
            throw new CapacityReached(standing.used(), standing.capacity());
        }
        store.holdBeyond(agent, units, clock.instant());
    }

    /**
     * Somebody decided that they have it, whatever they hold.
     *
     * @return whether that is more than they can hold
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holdBeyond(UserId agent, int units) {
        enter(List.of(agent.value()));
        return store.holdBeyond(agent, units, clock.instant());
    }

    /** They hold so much less. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Map<UUID, Integer> units) {
        if (units.isEmpty()) {
            return;
        }
        store.release(units, clock.instant());
        units.keySet().forEach(it -> listener.roomChanged(new UserId(it)));
    }

    /** As they stand, known as an agent from now on. */
    Standing locked(UserId agent) {
        enter(List.of(agent.value()));
        return store.lock(agent);
    }
}
