package io.moked.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void takesTheNearestRank() {
        var percentiles = millis(LongStream.rangeClosed(1, 200)).percentiles();

        assertThat(percentiles).isEqualTo(new Latencies.Percentiles(100, 190, 198, 200));
    }

    @Test
    void doesNotMindTheOrderTheyCameIn() {
        assertThat(millis(LongStream.of(9, 1, 5)).percentiles().p50()).isEqualTo(5);
    }

    @Test
    void keepsEveryOneOfMany() {
        var all = new Latencies();
        all.addAll(millis(LongStream.range(0, 10_000)));
        all.addAll(millis(LongStream.range(0, 10_000)));

        assertThat(all.size()).isEqualTo(20_000);
        assertThat(all.percentiles().max()).isEqualTo(9_999);
    }

    @Test
    void saysNothingAboutNothing() {
        assertThat(new Latencies().percentiles().p99()).isNaN();
    }

    @Test
    void findsTheMiddleOfRuns() {
        assertThat(Median.of(List.of(3.0, 100.0, 1.0), run -> run)).isEqualTo(3);
        assertThat(Median.of(List.of(1.0, 2.0, 4.0, 100.0), run -> run)).isEqualTo(3);
    }

    private static Latencies millis(LongStream values) {
        var latencies = new Latencies();
        values.forEach(value -> latencies.add(value * 1_000_000));
        return latencies;
    }
}
