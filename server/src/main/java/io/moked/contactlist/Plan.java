package io.moked.contactlist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a list mean, counted from 0, and what holds for all of its lines.
 *
 * @param headed whether the first line only names the columns
 * @param names columns that make up the name, in this order
 * @param labels a column with labels, apart by commas, semicolons or bars
 * @param optIn who told the business that they want marketing, or want it no more
 * @param optInColumn the column that says so, with yes or no
 * @param optInWords where the business has their word from; needed unless nobody said anything
 * @param country of phones without a country code (ISO 3166)
 * @param label for everybody in the list
 * @param renames whether names and languages in the list count more than those that are known
 */
public record Plan(
        boolean headed,
        int phone,
        List<Integer> names,
        @Nullable Integer language,
        @Nullable Integer labels,
        OptIn optIn,
        @Nullable Integer optInColumn,
        @Nullable String optInWords,
        @Nullable String country,
        @Nullable String label,
        boolean renames) {

    /** Who of a list told the business whether they want marketing. */
    public enum OptIn {
        NOBODY,
        EVERYBODY,
        /** Those of whom a column says it. */
        COLUMN,
        /** Everybody in it has taken it back. */
        WITHDRAWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    String wordsOfOptIn() {
        return optInWords == null ? "" : optInWords;
    }
}
