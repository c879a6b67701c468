package io.moked.contactlist;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Phones as people and spreadsheets write them. */
final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** A spreadsheet took a number for a quantity, and its last digits are lost. */
    private static final Pattern ROUNDED = Pattern.compile("\\d[.,]\\d+[eE]\\+?\\d+");

    /** An apostrophe keeps a spreadsheet from that, and marks of direction come from chats. */
    private static final Pattern AROUND = Pattern.compile("^['\\u2019]|[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private Phones() {}

    static boolean isRounded(String written) {
        return ROUNDED.matcher(written.strip()).matches();
    }

    /** Digits with country code; as a number of that country where it has none. */
    static Optional<String> digits(String written, @Nullable String country) {
        var plain = AROUND.matcher(written.strip()).replaceAll("").strip();
        if (plain.startsWith("00")) {
            plain = "+" + plain.substring(2);
        }
        var national = valid(plain, country);
        return national.isPresent() || plain.startsWith("+") ? national : valid("+" + plain, null);
    }

    private static Optional<String> valid(String written, @Nullable String country) {
        try {
            var number = NUMBERS.parse(written, country);
            return NUMBERS.isValidNumber(number)
                    ? Optional.of(
                            NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164)
                                    .substring(1))
                    : Optional.empty();
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }
}
