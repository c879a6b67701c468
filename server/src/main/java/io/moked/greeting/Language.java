package io.moked.greeting;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that a business says something in. */
public enum Language {
    EN,
    HE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.of(word());
    }

    static Language named(String word) {
        return isHebrew(word) ? HE : EN;
    }

    /**
     * What to say something in: what is known of the contact, else the letters they write, else
     * what the business speaks.
     *
     * @param known two letters (ISO 639)
     */
    static Language of(@Nullable String known, String written, Language business) {
        if (known != null && (known.equals(EN.word()) || isHebrew(known))) {
            return named(known);
        }
        long hebrew = letters(written, UnicodeScript.HEBREW);
        long latin = letters(written, UnicodeScript.LATIN);
        if (hebrew == latin) {
            return business;
        }
        return hebrew > latin ? HE : EN;
    }

    /** ISO 639 knew it under another name before 1989. */
    private static boolean isHebrew(String word) {
        return word.equals(HE.word()) || word.equals("iw");
    }

    private static long letters(String written, UnicodeScript script) {
        return written.codePoints()
                .filter(it -> Character.isLetter(it) && UnicodeScript.of(it) == script)
                .count();
    }
}
