package io.moked.rule.engine;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words as people mean them: without capitals, without accents, without the points of Hebrew
 * (niqqud and cantillation are combining marks, Unicode 3.12), and with any space as one.
 */
final class Spelling {

    /** Marks that combine, and what only directs the reading. */
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");

    private Spelling() {}

    static String plain(String words) {
        var apart = Normalizer.normalize(words, Normalizer.Form.NFKD);
        var bare = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
        return SPACES.matcher(bare).replaceAll(" ").strip();
    }

    /** Whether one of them stands there, also within a longer word. */
    static boolean containsAny(String text, List<String> wanted) {
        var plain = plain(text);
        return wanted.stream()
                .map(Spelling::plain)
                .anyMatch(it -> !it.isEmpty() && plain.contains(it));
    }
}
