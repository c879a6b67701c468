package io.moked.contact;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param digits if it can be a phone, those that any way of writing it has in common
 * @param other the other way in which the same number is written, where there are two
 */
record SearchWords(String words, @Nullable String digits, @Nullable String other) {

    /** Digits, and what people put between them. */
    private static final Pattern PHONE =
            Pattern.compile("[\\d\\s\\p{Cf}+()./\\-\u05BE\u2010-\u2015]+");

    /** With fewer, too many phones have them. */
    private static final int FEWEST_DIGITS = 3;

    static SearchWords of(String words) {
        var digits = PHONE.matcher(words).matches() ? digits(words) : null;
        var other =
                digits == null ? null : PhoneVariants.of(digits).skip(1).findFirst().orElse(null);
        return new SearchWords(words.strip(), digits, other);
    }

    /** Without what stands before them at home (0), abroad (00), or both ways: +972 (0)50. */
    private static @Nullable String digits(String phone) {
        var digits = phone.replace("(0)", "").replaceAll("\\D", "").replaceFirst("^0{1,2}", "");
        return digits.length() < FEWEST_DIGITS ? null : digits;
    }
}
