package io.moked.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One word of a text, and where it stands there. Words are compared without capitals, accents,
 * niqqud and marks of direction; a phone number is one word, whatever stands between its digits.
 *
 * @param text as it is compared
 */
record Word(String text, int from, int to) {

    /** Letters, and inside of words the marks of abbreviations. */
    private static final Pattern WORDS =
            Pattern.compile(
                    "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*+(?:['’\"׳״][\\p{L}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*+)*+");

    private static final Pattern UNHEARD = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern PHONES =
            Pattern.compile("(?<![\\p{L}\\d])\\+?\\d(?:[\\s().\\p{Pd}/]{0,3}\\d){6,14}(?!\\d)");

    /**
     * What the ways of writing a number have in common: without the country, or the zero of home.
     */
    private static final int DIGITS_OF_A_PHONE = 8;

    private static final String PHONE = "#";
    private static final int LONGEST = 60;

    /**
     * One that begins words, and is no part of the rest of them: and the, in, as, to, from, that.
     */
    private static final Pattern HEBREW_PREFIX = Pattern.compile("ו?(?:כש|לכש|מש|ש)?[בכלמ]?ה?");

    private static final Pattern HEBREW = Pattern.compile("[א-ת].*");
    private static final int LONGEST_PREFIX = 5;

    /** What is left of a word in a text is at least so long. */
    private static final int SHORTEST_REST = 2;

    /**
     * Of a word that somebody looks for: most begin with such a letter as their own. The article
     * and "and" are rarely that.
     */
    private static final int SHORTEST_ASKED_REST = 3;

    private static final int SHORTEST_DOUBTFUL_REST = 4;
    private static final Pattern CERTAIN_PREFIX = Pattern.compile("ו?ה?");

    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        WORDS.matcher(text)
                .results()
                .map(Word::word)
                .filter(it -> !it.text.isEmpty())
                .forEach(words::add);
        phones(text).forEach(words::add);
        return words;
    }

    /** Those of a text that can be phone numbers. */
    static Stream<Word> phones(String text) {
        return PHONES.matcher(text)
                .results()
                .map(it -> new Word(PHONE + digits(it.group()), it.start(), it.end()));
    }

    private static Word word(MatchResult found) {
        var plain =
                UNHEARD.matcher(Normalizer.normalize(found.group(), Normalizer.Form.NFKD))
                        .replaceAll("");
        var lower = plain.toLowerCase(Locale.ROOT);
        return new Word(
                lower.substring(0, Math.min(LONGEST, lower.length())), found.start(), found.end());
    }

    private static String digits(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - DIGITS_OF_A_PHONE));
    }

    boolean isPhone() {
        return text.startsWith(PHONE);
    }

    boolean isEnglish() {
        char first = text.charAt(0);
        return first >= 'a' && first <= 'z';
    }

    /** The forms under which a word of a text is found, besides its stem. */
    Set<String> forms() {
        var forms = new LinkedHashSet<String>();
        forms.add(text);
        rests(SHORTEST_REST, SHORTEST_REST).forEach(forms::add);
        return forms;
    }

    /** The forms that somebody means who looks for it, likewise. */
    Set<String> meant() {
        var forms = new LinkedHashSet<String>();
        forms.add(text);
        rests(SHORTEST_ASKED_REST, SHORTEST_DOUBTFUL_REST).forEach(forms::add);
        return forms;
    }

    /** Without what may be prefixes of it. */
    private List<String> rests(int afterCertain, int afterDoubtful) {
        var rests = new ArrayList<String>();
        if (HEBREW.matcher(text).matches()) {
            for (int length = 1; length <= Math.min(LONGEST_PREFIX, text.length() - 1); length++) {
                var prefix = text.substring(0, length);
                int shortest =
                        CERTAIN_PREFIX.matcher(prefix).matches() ? afterCertain : afterDoubtful;
                if (text.length() - length >= shortest && HEBREW_PREFIX.matcher(prefix).matches()) {
                    rests.add(text.substring(length));
                }
            }
        }
        return rests;
    }
}
