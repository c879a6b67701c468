package io.moked.simulator.graph;

import io.moked.simulator.world.Setup.Token;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often an app may ask for an account in an hour: 200 times, and 5,000 times once a number of
 * the account is registered. An app that is at it all the same is refused whatever it asks.
 */
final class CallRates {

    private static final int QUIET = 200;
    private static final int ACTIVE = 5_000;
    private static final Duration HOUR = Duration.ofHours(1);

    private final World world;
    private final Weather weather;
    private final Map<String, Hour> hours = new ConcurrentHashMap<>();

    CallRates(World world, Weather weather) {
        this.world = world;
        this.weather = weather;
    }

    private record Hour(Instant since, int calls) {}

    void check(Token token, Waba waba) {
        if (!weather.settings().rates()) {
            return;
        }
        int most = isActive(waba) ? ACTIVE : QUIET;
        if (count(token.appId() + "/" + waba.id()) > most) {
            throw Known.error(80007);
        }
        if (count(String.valueOf(token.appId())) > 2 * ACTIVE) {
            throw Known.error(4);
        }
    }

    private int count(String name) {
        Instant now = weather.clock().now();
        return hours.compute(
                        name,
                        (key, before) ->
                                before == null || before.since.plus(HOUR).isBefore(now)
                                        ? new Hour(now, 1)
                                        : new Hour(before.since, before.calls + 1))
                .calls();
    }

    private boolean isActive(Waba waba) {
        return waba.numbers().stream().anyMatch(it -> world.state(new Line(waba, it)).registered());
    }
}
