package io.moked.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Agents and conversations of tests. */
final class Cast {

    static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    static final UUID SALES = id(901);
    static final UUID SUPPORT = id(902);
    static final UUID HEBREW = id(801);

    private Cast() {}

    static UUID id(int n) {
        return new UUID(0, n);
    }

    static Agent agent(int n, int capacity, int used, Instant idleSince) {
        return new Agent(
                id(n), Set.of(SALES), Map.of(), true, capacity, used, idleSince, Instant.EPOCH);
    }

    static Agent in(UUID department, Agent it) {
        return new Agent(
                it.id(),
                Set.of(department),
                it.skills(),
                true,
                it.capacity(),
                it.used(),
                it.idleSince(),
                it.lastGiven());
    }

    static Agent skilled(Agent it, UUID skill, int level) {
        return new Agent(
                it.id(),
                it.departments(),
                Map.of(skill, level),
                true,
                it.capacity(),
                it.used(),
                it.idleSince(),
                it.lastGiven());
    }

    static Agent away(Agent it) {
        return new Agent(
                it.id(),
                it.departments(),
                it.skills(),
                false,
                it.capacity(),
                it.used(),
                it.idleSince(),
                it.lastGiven());
    }

    static Waiting waiting(int n, int seconds) {
        var since = NOON.minus(Duration.ofSeconds(seconds));
        return new Waiting(id(n), List.of(SALES), since, 1, Map.of(), Map.of(), null, Set.of());
    }

    static Waiting needing(Waiting it, UUID skill) {
        return new Waiting(
                it.id(), it.lines(), it.standing(), 1, Map.of(skill, 1), Map.of(), null, Set.of());
    }

    static Waiting heavy(Waiting it, int units) {
        return new Waiting(
                it.id(), it.lines(), it.standing(), units, Map.of(), Map.of(), null, Set.of());
    }

    static Waiting in(List<UUID> lines, Waiting it) {
        return new Waiting(
                it.id(), lines, it.standing(), it.units(), Map.of(), Map.of(), null, Set.of());
    }

    static Waiting sticking(Waiting it, UUID agent) {
        return new Waiting(
                it.id(), it.lines(), it.standing(), 1, Map.of(), Map.of(), agent, Set.of());
    }
}
