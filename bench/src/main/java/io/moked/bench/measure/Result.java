package io.moked.bench.measure;

import java.util.List;

/** What a benchmark found: its components go into a file, its rows onto the terminal. */
public interface Result {

    List<Row> rows();

    /** Whether everything holds that must; how fast it was is not asked. */
    default boolean isGood() {
        return true;
    }

    /** A line of the table. */
    record Row(String name, String figure) {

        public static Row of(String name, String format, Object... values) {
            return new Row(name, format.formatted(values));
        }
    }
}
