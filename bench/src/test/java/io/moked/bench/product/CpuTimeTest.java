package io.moked.bench.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuTimeTest {

    @Test
    void countsProcessorTimeBehindANameWithAnything() {
        var stat = "7 (a) b (c) S 1 7 7 0 -1 0 0 0 0 0 120 30 4 5 20 0";

        assertThat(CpuTime.sum(stat, CpuTime.OWN)).isEqualTo(150);
        assertThat(CpuTime.sum(stat, CpuTime.OF_CHILDREN)).isEqualTo(9);
    }
}
