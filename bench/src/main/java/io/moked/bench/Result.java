package io.moked.bench;

import java.util.List;

/** What a benchmark found: its components go into a file, its rows onto the terminal. */
interface Result {

    List<Row> rows();

    /** A line of the table. */
    record Row(String name, String figure) {

        static Row of(String name, String format, Object... values) {
            return new Row(name, format.formatted(values));
        }
    }
}
