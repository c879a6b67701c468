package io.moked.contactlist;

import java.util.Locale;

/** What is wrong with a line; in words under {@code list.problem.<word>}. */
public enum Problem {
    NO_PHONE,
    NOT_A_PHONE,
    ROUNDED_PHONE,
    LONG_NAME,
    UNKNOWN_LANGUAGE,
    UNCLEAR_OPT_IN,
    LONG_LABEL,
    MANY_LABELS,
    /** They have labels already, and would have too many. */
    TOO_MANY_LABELS,
    /** An earlier line has the same phone. */
    REPEATED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Problem of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
