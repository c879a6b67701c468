package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How fast a number may send: in all, and to one person, where 45 messages may be borrowed from
 * later.
 */
final class Rates {

    private static final double PAIR_BURST = 45;
    private static final double PAIR_PER_SECOND = 1 / 6.0;

    private final World world;
    private final Weather weather;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    Rates(World world, Weather weather) {
        this.world = world;
        this.weather = weather;
    }

    private record Bucket(double tokens, Instant at) {}

    void check(Chat chat) {
        if (!weather.settings().rates()) {
            return;
        }
        double mps = perSecond(chat.line());
        String number = chat.line().number().id();
        if (!take(number, mps, mps)) {
            throw Known.error(130429);
        }
        if (!take(number + "/" + chat.customer().waId(), PAIR_BURST, PAIR_PER_SECOND)) {
            throw Known.error(131056);
        }
    }

    /** 80 messages a second, 1000 after the upgrade, 20 for a number that is also in the app. */
    private double perSecond(Line line) {
        if (line.number().coexistence()) {
            return 20;
        }
        String level = Json.text(world.state(line).node().path("throughput"), "level");
        return level.equals("HIGH") ? 1000 : 80;
    }

    private boolean take(String name, double most, double perSecond) {
        Instant now = weather.clock().now();
        Bucket left =
                buckets.compute(
                        name,
                        (key, before) -> {
                            Bucket one = before == null ? new Bucket(most, now) : before;
                            double seconds = Duration.between(one.at, now).toMillis() / 1000.0;
                            double tokens =
                                    Math.min(most, Math.max(one.tokens, 0) + seconds * perSecond);
                            return new Bucket(tokens - 1, now);
                        });
        if (left.tokens < 0) {
            buckets.put(name, new Bucket(left.tokens + 1, now));
            return false;
        }
        return true;
    }
}
