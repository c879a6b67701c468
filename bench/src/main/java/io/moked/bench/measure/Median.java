package io.moked.bench.measure;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of repeated measurements, which one disturbed run does not move. */
public final class Median {

    private Median() {}

    public static <T> double of(List<T> runs, ToDoubleFunction<T> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
