package io.moked.kernel;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes comma-separated values (RFC 4180) of which no spreadsheet takes any for a formula: those
 * that begin like one get an apostrophe before them (ASVS 5.0, 1.2.10).
 */
public final class Csv {

    /** Tells spreadsheets that what follows is UTF-8. */
    public static final String BEGINNING = "\uFEFF";

    /** Also as East Asian keyboards write them; blanks before them do not help. */
    private static final Pattern FORMULA =
            Pattern.compile("\\p{Z}*[=+\\-@|%\\t\\r\\n＝＋－＠｜％].*", Pattern.DOTALL);

    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n]");

    private Csv() {}

    public static String row(List<? extends @Nullable String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var harmless = FORMULA.matcher(value).matches() ? "'" + value : value;
        return QUOTED.matcher(harmless).find()
                ? "\"" + harmless.replace("\"", "\"\"") + "\""
                : harmless;
    }
}
