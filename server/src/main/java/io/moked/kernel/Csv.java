package io.moked.kernel;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes comma-separated values (RFC 4180) of which no spreadsheet takes any for a formula: those
 * that begin like one get an apostrophe before them (ASVS 5.0, 1.2.10). Half of Europe's
 * spreadsheets split at semicolons instead, whatever stands in quotes; so does what follows one in
 * a value.
 */
public final class Csv {

    /** Tells spreadsheets that what follows is UTF-8. */
    public static final String BEGINNING = "\uFEFF";

    /** Also as East Asian keyboards write them; blanks before them do not help. */
    private static final Pattern FORMULA =
            Pattern.compile("\\p{Z}*[=+\\-@|%\\t\\r\\n＝＋－＠｜％].*", Pattern.DOTALL);

    /** What would begin a cell, or a row, where values are split otherwise. */
    private static final Pattern INNER =
            Pattern.compile("([;\\t\\r\\n])(?=[\\p{Z}\"]*[=+\\-@|%＝＋－＠｜％])");

    private static final Pattern QUOTED = Pattern.compile("[\",;\\t\\r\\n]");

    private Csv() {}

    public static String row(List<? extends @Nullable String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var inside = INNER.matcher(value).replaceAll("$1'");
        var harmless = FORMULA.matcher(value).matches() ? "'" + inside : inside;
        return QUOTED.matcher(harmless).find()
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
