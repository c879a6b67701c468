package io.moked.bench.fault;

import io.moked.bench.measure.Latencies;
import io.moked.bench.measure.Latencies.Percentiles;
import io.moked.bench.measure.Median;
import java.util.List;

/** Whether trouble of Meta with one number is felt by another: replies until Meta has them. */
record Neighbours(String trouble, List<Pair> pairs) {

    /** The same minute without the trouble and with it, in milliseconds. */
    record Pair(Percentiles calm, Percentiles troubled) {

        static Pair of(Latencies calm, Latencies troubled) {
            return new Pair(calm.percentiles(), troubled.percentiles());
        }
    }

    double ratioOfMedians() {
        return Median.of(pairs, pair -> pair.troubled().p50() / pair.calm().p50());
    }

    double ratioOfP95() {
        return Median.of(pairs, pair -> pair.troubled().p95() / pair.calm().p95());
    }
}
