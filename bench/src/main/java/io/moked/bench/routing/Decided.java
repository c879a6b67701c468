package io.moked.bench.routing;

import io.moked.bench.measure.Latencies;
import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Result.Row;
import io.moked.bench.product.Packaged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How long the engine thinks about 10,000 who wait and 1,000 agents.
 *
 * @param room an agent who was full has room again, and is given whoever stands first
 * @param arrival somebody comes, and the best of a thousand with room is chosen
 * @param inVain an agent has room, and could have nobody of the ten thousand
 * @param rebuild all of them put on a new floor and looked at, while nobody has room
 * @param given likewise, and each agent is given one
 */
record Decided(
        Percentiles room,
        Percentiles arrival,
        Percentiles inVain,
        Percentiles rebuild,
        Percentiles given) {

    private static final int AGENTS = 1_000;
    private static final int WAITING = 10_000;
    private static final int CAPACITY = 5;
    private static final int DECISIONS = 5_000;
    private static final int REBUILDS = 100;
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    /** Something that is timed. */
    private interface Step {
        void take(int number) throws ReflectiveOperationException;
    }

    static Decided measure(Packaged packaged) throws Exception {
        var engine = new Engine(packaged);
        return new Decided(
                room(engine),
                arrival(engine),
                inVain(engine),
                rebuild(engine, CAPACITY),
                rebuild(engine, CAPACITY - 1));
    }

    private static Percentiles room(Engine engine) throws ReflectiveOperationException {
        var floor = settled(engine, agents(engine, CAPACITY), waiting(engine, false));
        return timed(
                DECISIONS,
                number -> {
                    var now = NOON.plusMillis(number);
                    var agent = engine.agent(number % AGENTS, CAPACITY, CAPACITY - 1, now);
                    expect(1, engine.works(floor, agent, now));
                },
                number -> expect(0, engine.waits(floor, newcomer(engine, number), NOON)));
    }

    private static Percentiles arrival(Engine engine) throws ReflectiveOperationException {
        // So much room that it lasts.
        var floor = settled(engine, agents(engine, 0), waiting(engine, true));
        return timed(
                DECISIONS / 2,
                number -> expect(1, engine.waits(floor, newcomer(engine, number), NOON)),
                number -> {});
    }

    private static Percentiles inVain(Engine engine) throws ReflectiveOperationException {
        var floor = settled(engine, agents(engine, CAPACITY), waiting(engine, true));
        return timed(
                DECISIONS,
                number -> {
                    var agent = engine.agent(number % AGENTS, CAPACITY, CAPACITY - 1, NOON);
                    expect(0, engine.works(floor, agent, NOON));
                },
                number -> {});
    }

    private static Percentiles rebuild(Engine engine, int used)
            throws ReflectiveOperationException {
        var agents = agents(engine, used);
        var waiting = waiting(engine, false);
        return timed(
                REBUILDS,
                number ->
                        expect(
                                (CAPACITY - used) * AGENTS,
                                engine.settle(engine.floor(agents, waiting), NOON)),
                number -> {});
    }

    /** Once to warm up, and once that counts. */
    private static Percentiles timed(int times, Step step, Step between)
            throws ReflectiveOperationException {
        var latencies = new Latencies();
        for (int number = 0; number < 2 * times; number++) {
            long began = System.nanoTime();
            step.take(number);
            long took = System.nanoTime() - began;
            between.take(number);
            if (number >= times) {
                latencies.add(took);
            }
        }
        return latencies.percentiles();
    }

    private static void expect(int wanted, int decisions) {
        if (decisions != wanted) {
            throw new IllegalStateException(
                    "%d decisions in place of %d".formatted(decisions, wanted));
        }
    }

    private static Object settled(Engine engine, List<Object> agents, List<Object> waiting)
            throws ReflectiveOperationException {
        var floor = engine.floor(agents, waiting);
        engine.settle(floor, NOON);
        return floor;
    }

    private static List<Object> agents(Engine engine, int used)
            throws ReflectiveOperationException {
        var agents = new ArrayList<>();
        for (int number = 0; number < AGENTS; number++) {
            agents.add(engine.agent(number, CAPACITY, used, NOON.minusSeconds(number)));
        }
        return agents;
    }

    private static List<Object> waiting(Engine engine, boolean asksMuch)
            throws ReflectiveOperationException {
        var waiting = new ArrayList<>();
        for (int number = 0; number < WAITING; number++) {
            waiting.add(engine.waiting(number, NOON.minusSeconds(WAITING - number), asksMuch));
        }
        return waiting;
    }

    private static Object newcomer(Engine engine, int number) throws ReflectiveOperationException {
        return engine.waiting(WAITING + number, NOON.plusMillis(number), false);
    }

    List<Row> rows() {
        return List.of(
                row("has room, given the first, ms", room),
                row("comes, best of a thousand, ms", arrival),
                row("has room, none of 10,000 fits, ms", inVain),
                row("rebuilt, nobody has room, ms", rebuild),
                row("rebuilt, a thousand given, ms", given));
    }

    private static Row row(String name, Percentiles took) {
        return Row.of(name, "p50 %.3f   p99 %.3f   max %.3f", took.p50(), took.p99(), took.max());
    }
}
