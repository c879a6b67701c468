package io.moked.bench.crash;

import io.moked.bench.product.Simulator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Meta on a bad day: now and then it loses an answer, hangs up, declines, is away, or slow. */
record Weather(Simulator simulator, Random random) implements Crew.Worker {

    private static final List<Map<String, ?>> MOODS =
            List.of(
                    Map.of("lostAnswer", Map.of("next", 1)),
                    Map.of("resetBefore", Map.of("next", 1)),
                    Map.of("rateLimited", Map.of("next", 3)),
                    Map.of("serverError", Map.of("next", 2, "status", 503)),
                    Map.of("outage", true),
                    Map.of("slowMs", 400),
                    Map.of("duplicate", 2, "reorder", true),
                    Map.of("statusBeforeAnswer", true));

    @Override
    public long work() throws Exception {
        if (random.nextInt(3) == 0) {
            simulator.heal();
        } else {
            simulator.faults(MOODS.get(random.nextInt(MOODS.size())));
        }
        return 500 + random.nextInt(1_500);
    }
}
