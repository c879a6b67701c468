package io.moked.bench.routing;

import io.moked.bench.product.Packaged;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What decides, taken from the packaged product as it is: no build of it beside this one could be
 * measured by mistake. Calls by reflection add less than a microsecond.
 */
final class Engine {

    private static final String PACKAGE = "io.moked.routing.engine.";
    private static final UUID DEPARTMENT = new UUID(0, 901);
    private static final UUID SKILL = new UUID(0, 801);

    private final Constructor<?> agent;
    private final Constructor<?> waiting;
    private final Method of;
    private final Method settle;
    private final Method waits;
    private final Method works;

    Engine(Packaged packaged) throws ReflectiveOperationException, MalformedURLException {
        // Lives as long as the program.
        var loader = new URLClassLoader(new URL[] {packaged.server().toUri().toURL()}, null);
        agent = loader.loadClass(PACKAGE + "Agent").getConstructors()[0];
        waiting = loader.loadClass(PACKAGE + "Waiting").getConstructors()[0];
        var floor = loader.loadClass(PACKAGE + "Floor");
        of = floor.getMethod("of", Map.class, Collection.class, Collection.class);
        settle = floor.getMethod("settle", Instant.class);
        waits = floor.getMethod("waits", waiting.getDeclaringClass(), Instant.class);
        works = floor.getMethod("works", agent.getDeclaringClass(), Instant.class);
    }

    Object agent(int number, int capacity, int used, Instant idleSince)
            throws ReflectiveOperationException {
        return agent.newInstance(
                new UUID(1, number),
                Set.of(DEPARTMENT),
                Map.of(),
                true,
                capacity,
                used,
                idleSince,
                Instant.EPOCH);
    }

    /** Whom everybody could have, or, where a skill is asked that nobody has, nobody. */
    Object waiting(int number, Instant since, boolean asksMuch)
            throws ReflectiveOperationException {
        return waiting.newInstance(
                new UUID(2, number),
                List.of(DEPARTMENT),
                since,
                1,
                asksMuch ? Map.of(SKILL, 5) : Map.of(),
                Map.of(),
                null,
                Set.of());
    }

    /** A floor on which nothing has been decided yet. */
    Object floor(List<Object> agents, List<Object> waiting) throws ReflectiveOperationException {
        return of.invoke(null, Map.of(), new ArrayList<>(agents), new ArrayList<>(waiting));
    }

    int settle(Object floor, Instant now) throws ReflectiveOperationException {
        return ((List<?>) settle.invoke(floor, now)).size();
    }

    int waits(Object floor, Object one, Instant now) throws ReflectiveOperationException {
        return ((List<?>) waits.invoke(floor, one, now)).size();
    }

    int works(Object floor, Object one, Instant now) throws ReflectiveOperationException {
        return ((List<?>) works.invoke(floor, one, now)).size();
    }
}
