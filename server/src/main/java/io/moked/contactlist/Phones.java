package io.moked.contactlist;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Phones as people and spreadsheets write them. */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** A spreadsheet took a number for a quantity, and its last digits are lost. */
    private static final Pattern ROUNDED = Pattern.compile("\\d[.,]\\d+[eE]\\+?\\d+");

    /** An apostrophe keeps a spreadsheet from that, and marks of direction come from chats. */
    private static final Pattern AROUND =
            Pattern.compile("^['\\u2019]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private Phones() {}

    static boolean isRounded(String written) {
        return ROUNDED.matcher(written.strip()).matches();
    }

    /**
     * Digits with country code; as a number of that country where it has none. What is no valid
     * number yet is believed where a plus or a zero says that it is meant as one: new ones are
     * given out faster than any list of them is.
     */
    static Optional<String> digits(String written, @Nullable String country) {
        var stripped = AROUND.matcher(written.strip()).replaceAll("").strip();
        var plain = stripped.startsWith("00") ? "+" + stripped.substring(2) : stripped;
        boolean isMeant = plain.startsWith("+") || plain.startsWith("0");
        return Stream.of(
                        parsed(plain, country).filter(NUMBERS::isValidNumber),
                        parsed("+" + plain, null).filter(NUMBERS::isValidNumber),
                        parsed(plain, country).filter(it -> isMeant && isPossible(it)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(it -> NUMBERS.format(it, PhoneNumberFormat.E164).substring(1));
    }

    private static boolean isPossible(PhoneNumber number) {
        return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    }

    private static Optional<PhoneNumber> parsed(String written, @Nullable String country) {
        try {
            return Optional.of(NUMBERS.parse(written, country));
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }
}
