package io.moked.bench.broadcast;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.moked.bench.measure.Result;
import io.moked.bench.product.Simulator.Post;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Whom Meta was given a message for, against whom the product says it has written to. */
public record Sent(
        long seed,
        int recipients,
        int blows,
        Duration took,
        Map<String, Long> states,
        List<String> twice,
        List<String> missed,
        List<String> untrue)
        implements Result {

    private static final Set<String> GONE_OUT = Set.of("sent", "delivered", "read");
    private static final int SHOWN = 10;

    /**
     * Nobody twice. Nobody missed: whoever was not sent it is shown as unconfirmed, which a machine
     * never sends again, or as failed. And what is shown is true.
     */
    static Sent of(
            long seed,
            List<String> phones,
            int blows,
            Duration took,
            List<Post> posts,
            Map<String, String> states) {
        var accepted = posts.stream().collect(groupingBy(Post::to, counting()));
        var twice = new ArrayList<String>();
        var missed = new ArrayList<String>();
        var untrue = new ArrayList<String>();
        for (var phone : phones) {
            long times = accepted.getOrDefault(phone, 0L);
            var state = states.getOrDefault(phone, "nobody");
            if (times > 1) {
                twice.add(phone);
            }
            if (times == 0 && !Set.of("unconfirmed", "failed").contains(state)) {
                missed.add(phone + " is " + state);
            }
            if (GONE_OUT.contains(state) != times > 0) {
                untrue.add(phone + " is " + state + ", and was sent " + times + " times");
            }
        }
        var counted =
                new TreeMap<>(states.values().stream().collect(groupingBy(it -> it, counting())));
        return new Sent(seed, phones.size(), blows, took, counted, twice, missed, untrue);
    }

    @Override
    public boolean isGood() {
        return twice.isEmpty() && missed.isEmpty() && untrue.isEmpty();
    }

    @Override
    public List<Row> rows() {
        var rows = new ArrayList<Row>();
        rows.add(Row.of("recipients", "%,d", recipients));
        rows.add(Row.of("struck down", "%d times", blows));
        rows.add(Row.of("from start to end", "%d s", took.toSeconds()));
        states.forEach((state, many) -> rows.add(Row.of("  " + state, "%,d", many)));
        rows.add(Row.of("sent twice", "%d", twice.size()));
        rows.add(Row.of("missed", "%d", missed.size()));
        rows.add(Row.of("shown otherwise than it is", "%d", untrue.size()));
        var wrong = new ArrayList<String>(twice);
        wrong.addAll(missed);
        wrong.addAll(untrue);
        wrong.stream().limit(SHOWN).forEach(it -> rows.add(Row.of("  wrong", "%s", it)));
        return rows;
    }
}
