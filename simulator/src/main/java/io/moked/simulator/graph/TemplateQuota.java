package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Setup.Waba;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many templates an account may have, and may create in an hour ("Templates", limits). A name
 * counts once, whatever the number of its languages.
 */
final class TemplateQuota {

    private static final int MOST = 250;
    private static final int MOST_OF_THE_VERIFIED = 6_000;
    private static final int MOST_IN_AN_HOUR = 100;

    private final Templates templates;
    private final Map<String, Deque<Instant>> created = new ConcurrentHashMap<>();

    TemplateQuota(Templates templates) {
        this.templates = templates;
    }

    /** Refuses one more where that is too many. */
    void check(Waba waba, String name, Instant now) {
        var names =
                templates.of(waba).stream().map(one -> Json.text(one, "name")).distinct().toList();
        int most = waba.verified() ? MOST_OF_THE_VERIFIED : MOST;
        if (names.size() >= most && !names.contains(name)) {
            throw GraphError.parameter(
                    "This account has " + most + " message templates, which is as many as it may.");
        }
        Deque<Instant> lately = lately(waba, now);
        synchronized (lately) {
            if (lately.size() >= MOST_IN_AN_HOUR) {
                throw Known.error(80007);
            }
        }
    }

    /** One has been created. */
    void count(Waba waba, Instant now) {
        Deque<Instant> lately = lately(waba, now);
        synchronized (lately) {
            lately.add(now);
        }
    }

    private Deque<Instant> lately(Waba waba, Instant now) {
        Deque<Instant> lately = created.computeIfAbsent(waba.id(), id -> new ArrayDeque<>());
        synchronized (lately) {
            lately.removeIf(one -> !one.isAfter(now.minus(Duration.ofHours(1))));
        }
        return lately;
    }
}
