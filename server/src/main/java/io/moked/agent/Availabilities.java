package io.moked.agent;

import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.agent.Agents.RoomListener;
import io.moked.agent.Agents.Standing;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether agents of the tenant in scope take conversations, by whose hand, and how that was. Only
 * who is available is given anything; whatever somebody holds, they keep.
 */
@Component
public class Availabilities {

    private final Agents agents;
    private final SpellStore spells;
    private final BreakReasonStore reasons;
    private final Journal journal;
    private final RoomListener listener;
    private final Ids ids;
    private final Clock clock;

    Availabilities(
            Agents agents,
            SpellStore spells,
            BreakReasonStore reasons,
            Journal journal,
            RoomListener listener,
            Ids ids,
            Clock clock) {
        this.agents = agents;
        this.spells = spells;
        this.reasons = reasons;
        this.journal = journal;
        this.listener = listener;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How somebody is to stand.
     *
     * @param reason of a break only; null for none
     */
    public record Wanted(Availability availability, @Nullable UUID reason) {

        static Wanted plain(Availability availability) {
            return new Wanted(availability, null);
        }
    }

    /** By whose hand, and who that was. */
    private record Hand(By by, @Nullable UUID actor) {}

    /** What somebody does from now on, as they say themselves. */
    @Transactional
    public Standing become(Wanted wanted, SignedIn by) {
        return choose(by.user(), wanted, new Hand(By.ONESELF, by.user().value()));
    }

    /** What an agent does from now on, as somebody else says. 404 for who answers nobody. */
    @Transactional
    public Standing set(UserId agent, Wanted wanted, SignedIn by) {
        if (!agents.answers(agent)) {
            throw new NotFound();
        }
        var whose = agent.equals(by.user()) ? By.ONESELF : By.MANAGER;
        return choose(agent, wanted, new Hand(whose, by.user().value()));
    }

    private Standing choose(UserId agent, Wanted wanted, Hand hand) {
        if (wanted.reason() != null) {
            check(wanted.availability(), wanted.reason());
        }
        var before = agents.locked(agent);
        boolean isTheSame =
                before.availability() == wanted.availability()
                        && Objects.equals(before.reason(), wanted.reason())
                        && before.backAs() == null;
        return isTheSame ? before : begin(agent, wanted, hand, null);
    }

    private void check(Availability availability, UUID reason) {
        if (availability != Availability.BREAK) {
            throw new Invalid("reasonId", "only-for-a-break");
        }
        if (!reasons.isUsable(reason)) {
            throw new Invalid("reasonId", "unknown");
        }
    }

    /** They cannot come in any more, and so are not here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaves(UserId agent) {
        agents.lock(List.of(agent.value()));
        if (agents.standing(agent).availability() != Availability.OFFLINE) {
            begin(agent, Wanted.plain(Availability.OFFLINE), new Hand(By.SERVER, null), null);
        }
    }

    /** They do not answer, and are given nothing until they say that they are here. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void goesAway(UserId agent) {
        agents.lock(List.of(agent.value()));
        if (agents.standing(agent).availability() == Availability.AVAILABLE) {
            begin(agent, Wanted.plain(Availability.AWAY), new Hand(By.SERVER, null), null);
        }
    }

    /**
     * Their console has gone for too long; they are locked. Who is on a break, away or offline has
     * said so, and stays it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void isGone(UserId agent) {
        var was = agents.standing(agent).availability();
        if (was == Availability.AVAILABLE || was == Availability.BUSY) {
            begin(agent, Wanted.plain(Availability.AWAY), new Hand(By.SERVER, null), was);
        }
    }

    /** Their console is there again; they are locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    void isBack(UserId agent) {
        var as = agents.standing(agent).backAs();
        if (as != null) {
            begin(agent, Wanted.plain(as), new Hand(By.SERVER, null), null);
        }
    }

    private Standing begin(UserId agent, Wanted wanted, Hand hand, @Nullable Availability backAs) {
        var spell =
                new Spell(
                        ids.next(),
                        wanted.availability(),
                        wanted.reason(),
                        clock.instant(),
                        null,
                        hand.by(),
                        hand.actor());
        spells.begin(agent, spell, backAs);
        var kind =
                hand.by() == By.MANAGER ? "agent.availability-set" : "agent.availability-changed";
        journal.append(
                Fact.of(kind, agent.value())
                        .by(hand.actor())
                        .with("availability", wanted.availability())
                        .with("reasonId", wanted.reason()));
        listener.roomChanged(agent);
        return agents.standing(agent);
    }

    /** How somebody of this business was, the newest first; nothing for who never was at work. */
    @Transactional(readOnly = true)
    public Slice<Spell> timeline(UserId agent, Spell.Range range, Page page) {
        agents.mustBeThere(agent);
        return Slice.of(
                spells.within(agent, range, page), page, it -> new Cursor(it.from(), it.id()));
    }
}
