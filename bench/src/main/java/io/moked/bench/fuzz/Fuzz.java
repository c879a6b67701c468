package io.moked.bench.fuzz;

import io.moked.bench.measure.Result;
import java.util.List;
import java.util.Map;

/**
 * What became of deliveries that were a little wrong.
 *
 * @param answers how often each status was the answer to what was properly signed
 * @param forgeries signed for something else
 * @param accepted of those
 * @param stuck deliveries that had to be tried again, which none must
 * @param reasons for which something was set aside, and how often
 */
record Fuzz(
        long seed,
        long mutations,
        double perSecond,
        Map<Integer, Long> answers,
        long forgeries,
        long accepted,
        long stuck,
        Map<String, Long> reasons,
        boolean isAlive)
        implements Result {

    @Override
    public boolean isGood() {
        return accepted == 0
                && stuck == 0
                && isAlive
                && answers.keySet().stream().allMatch(it -> it == 200);
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.of("mutations", "%,d   %,.0f/s   seed %d", mutations, perSecond, seed),
                Row.of("answers", "%s", answers),
                Row.of("forgeries", "%,d   accepted %d", forgeries, accepted),
                Row.of("had to be tried again", "%d", stuck),
                Row.of("set aside, by reason", "%s", reasons),
                Row.of("the server", isAlive ? "answers" : "is gone"));
    }
}
