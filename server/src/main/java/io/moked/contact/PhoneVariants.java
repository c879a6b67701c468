package io.moked.contact;

import java.util.Set;
import java.util.stream.Stream;

/**
 * The ways one number of Brazil, Mexico or Argentina is written by WhatsApp and by people. Which of
 * them WhatsApp uses cannot be told from the number: it depends on when somebody joined. So all are
 * taken for the same one, and each is kept and answered as it came.
 */
final class PhoneVariants {

    private static final int BRAZIL_SHORT = 12;
    private static final int MEXICO_SHORT = 12;
    private static final int ARGENTINA_SHORT = 12;

    private PhoneVariants() {}

    /** All of them, this one first. */
    static Stream<String> of(String phone) {
        return Stream.concat(Stream.of(phone), other(phone));
    }

    static boolean same(String one, String other) {
        return of(one).anyMatch(other::equals);
    }

    private static Stream<String> other(String phone) {
        if (phone.startsWith("55")) {
            return brazilian(phone);
        }
        if (phone.startsWith("52")) {
            return withOrWithout(phone, "52", "1", MEXICO_SHORT);
        }
        return phone.startsWith("54")
                ? withOrWithout(phone, "54", "9", ARGENTINA_SHORT)
                : Stream.empty();
    }

    /**
     * Mobile numbers got a 9 after the area code; those of houses, which begin otherwise, did not.
     */
    private static Stream<String> brazilian(String phone) {
        int area = "55".length() + 2;
        if (phone.length() == BRAZIL_SHORT && isMobile(phone.charAt(area))) {
            return Stream.of(phone.substring(0, area) + "9" + phone.substring(area));
        }
        boolean isLong = phone.length() == BRAZIL_SHORT + 1 && phone.charAt(area) == '9';
        return isLong && isMobile(phone.charAt(area + 1))
                ? Stream.of(phone.substring(0, area) + phone.substring(area + 1))
                : Stream.empty();
    }

    private static boolean isMobile(char first) {
        return Set.of('6', '7', '8', '9').contains(first);
    }

    private static Stream<String> withOrWithout(
            String phone, String country, String mobile, int shortLength) {
        var national = phone.substring(country.length());
        if (phone.length() == shortLength) {
            return Stream.of(country + mobile + national);
        }
        return phone.length() == shortLength + 1 && national.startsWith(mobile)
                ? Stream.of(country + national.substring(1))
                : Stream.empty();
    }
}
