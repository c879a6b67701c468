package io.moked.bench.measure;

import java.util.Arrays;

/** How long things took, each one kept, so that percentiles are exact. */
public final class Latencies {

    private long[] nanos = new long[1 << 8];
    private int size;

    public void add(long took) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = took;
    }

    public void addAll(Latencies others) {
        for (int at = 0; at < others.size; at++) {
            add(others.nanos[at]);
        }
    }

    public int size() {
        return size;
    }

    public Percentiles percentiles() {
        var sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return new Percentiles(
                millis(sorted, 50), millis(sorted, 95), millis(sorted, 99), millis(sorted, 100));
    }

    /** In milliseconds. */
    public record Percentiles(double p50, double p95, double p99, double max) {}

    /** The nearest rank: the smallest of them that at least so many percent do not exceed. */
    private static double millis(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(sorted.length * (percent / 100.0));
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
