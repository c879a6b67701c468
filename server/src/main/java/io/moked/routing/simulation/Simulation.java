package io.moked.routing.simulation;

import static java.util.Objects.requireNonNull;

import io.moked.routing.engine.Agent;
import io.moked.routing.engine.Decision;
import io.moked.routing.engine.Floor;
import io.moked.routing.engine.Waiting;
import io.moked.routing.simulation.Agenda.Event;
import io.moked.routing.simulation.Day.Arrival;
import io.moked.routing.simulation.Day.Shift;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Goes through a day from one event to the next, with the {@link Floor} that decides for people.
 * This is what books call a discrete-event simulation (Law, "Simulation Modeling and Analysis",
 * chapter 1): between two events nothing changes, so the clock leaps.
 */
public final class Simulation {

    private static final int UNITS = 1;

    private final Day day;
    private final Floor floor;
    private final Tally tally;
    private final Agenda agenda = new Agenda();
    private final Map<UUID, Agent> agents = new HashMap<>();
    private final Map<UUID, Arrival> waiting = new HashMap<>();
    private final Iterator<Arrival> arrivals;
    private Duration now = Duration.ZERO;
    private long newest;

    private Simulation(Day day, Duration promised) {
        this.day = day;
        this.floor = new Floor(day.choices());
        this.tally = new Tally(day, promised);
        day.shifts().forEach(this::expect);
        this.arrivals = day.arrivals().iterator();
        expectNext();
    }

    private void expect(Shift shift) {
        agenda.add(shift.from(), new Event.Comes(shift));
        agenda.add(shift.to(), new Event.Goes(shift));
    }

    /** One at a time: what is still to happen stays a short list. */
    private void expectNext() {
        if (arrivals.hasNext()) {
            var next = arrivals.next();
            agenda.add(next.at(), new Event.Arrives(next));
        }
    }

    /**
     * How the day goes.
     *
     * @param promised a wait no longer than this is as promised
     * @param isTooLate asked after each event; a day that nobody waits for any more is left
     * @throws CancellationException where it was
     */
    public static Course of(Day day, Duration promised, BooleanSupplier isTooLate) {
        return new Simulation(day, promised).run(isTooLate);
    }

    private Course run(BooleanSupplier isTooLate) {
        for (var next = agenda.next();
                next != null && next.at().compareTo(day.length()) < 0;
                next = agenda.next()) {
            if (isTooLate.getAsBoolean()) {
                throw new CancellationException();
            }
            now = next.at();
            happen(next.event());
        }
        now = day.length();
        waiting.values().forEach(it -> tally.stillWaits(it));
        agents.values().forEach(it -> tally.stands(it, now));
        return tally.course();
    }

    private void happen(Event event) {
        switch (event) {
            case Event.Arrives it -> arrive(it.arrival());
            case Event.Ends it -> tell(freed(agent(it.agent())));
            case Event.Comes it -> tell(coming(it.shift()));
            case Event.Goes it -> tell(going(it.shift()));
            case Event.GivesUp it -> giveUp(it.conversation());
        }
    }

    private void arrive(Arrival arrival) {
        expectNext();
        var id = new UUID(0, ++newest);
        waiting.put(id, arrival);
        if (arrival.patience() != null) {
            agenda.add(now.plus(arrival.patience()), new Event.GivesUp(id));
        }
        carryOut(
                floor.waits(
                        new Waiting(
                                id,
                                List.of(arrival.department()),
                                instant(),
                                UNITS,
                                Map.of(),
                                Map.of(),
                                null,
                                Set.of()),
                        instant()));
    }

    private void giveUp(UUID conversation) {
        var arrival = waiting.remove(conversation);
        if (arrival != null) {
            tally.gaveUp(arrival, now);
            carryOut(floor.leaves(conversation, instant()));
        }
    }

    private void tell(Agent agent) {
        stands(agent);
        carryOut(floor.works(agent, instant()));
    }

    private void carryOut(List<Decision> decisions) {
        for (var decision : decisions) {
            var arrival = requireNonNull(waiting.remove(decision.conversation()));
            tally.answered(arrival, now);
            agenda.add(now.plus(arrival.handling()), new Event.Ends(decision.agent()));
            var agent = agent(decision.agent());
            stands(with(agent, agent.isAvailable(), agent.used() + UNITS, instant()));
        }
    }

    private void stands(Agent agent) {
        tally.stands(agent, now);
        agents.put(agent.id(), agent);
    }

    private Agent coming(Shift it) {
        var before = agents.get(it.agent());
        return new Agent(
                it.agent(),
                it.departments(),
                Map.of(),
                true,
                it.capacity(),
                before == null ? 0 : before.used(),
                instant(),
                before == null ? Instant.EPOCH : before.lastGiven());
    }

    private Agent going(Shift it) {
        var agent = agent(it.agent());
        return with(agent, false, agent.used(), agent.lastGiven());
    }

    private Agent agent(UUID id) {
        return requireNonNull(agents.get(id));
    }

    private Agent freed(Agent it) {
        return with(it, it.isAvailable(), it.used() - UNITS, it.lastGiven());
    }

    private Agent with(Agent it, boolean isAvailable, int used, Instant lastGiven) {
        return new Agent(
                it.id(),
                it.departments(),
                it.skills(),
                isAvailable,
                it.capacity(),
                used,
                used == it.used() ? it.idleSince() : instant(),
                lastGiven);
    }

    private Instant instant() {
        return Instant.EPOCH.plus(now);
    }
}
