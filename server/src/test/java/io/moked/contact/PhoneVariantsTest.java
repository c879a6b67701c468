package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One number of Brazil, Mexico or Argentina has two forms; every other number has one. */
class PhoneVariantsTest {

    private static final List<String> BEGINNINGS =
            List.of("55", "52", "54", "521", "549", "5511", "55119", "972", "1");

    /** The same ones in every run. */
    private static final Random CHANCE = new Random(131);

    static Stream<String> numbers() {
        return Stream.generate(() ->
                        BEGINNINGS.get(CHANCE.nextInt(BEGINNINGS.size()))
                                + digits(CHANCE.nextInt(6, 14)))
                .limit(500);
    }

    private static String digits(int length) {
        return CHANCE.ints(length, 0, 10).mapToObj(String::valueOf).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void aNumberIsAVariantOfItselfAndOfItsVariants(String number) {
        var all = PhoneVariants.of(number).toList();
        assertThat(all).startsWith(number).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(2);
        for (var one : all) {
            assertThat(PhoneVariants.of(one)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(PhoneVariants.same(number, one)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void variantsDifferInOneDigitAfterTheCountryAndEndAlike(String number) {
        for (var one : PhoneVariants.of(number).skip(1).toList()) {
            assertThat(one.substring(0, 2)).isEqualTo(number.substring(0, 2));
            assertThat(Math.abs(one.length() - number.length())).isEqualTo(1);
            assertThat(one).endsWith(number.substring(number.length() - 8));
        }
    }

    @Test
    void aBrazilianMobileNumberIsTheSameWithTheNineAndWithout() {
        var area = digits(2);
        var rest = digits(7);
        for (var first : List.of("6", "7", "8", "9")) {
            assertThat(
                            PhoneVariants.same(
                                    "55" + area + first + rest, "55" + area + "9" + first + rest))
                    .isTrue();
        }
        for (var first : List.of("2", "3", "4", "5")) {
            assertThat(PhoneVariants.of("55" + area + first + rest)).hasSize(1);
        }
    }

    @Test
    void anyOtherCountrysNumberIsWrittenOneWay() {
        var rest = digits(9);
        for (var country : List.of("1", "44", "49", "57", "91", "972")) {
            assertThat(PhoneVariants.of(country + rest)).containsExactly(country + rest);
        }
    }

    @Test
    void asMetaAndPeopleWriteThem() {
        assertThat(PhoneVariants.same("5521987654321", "552187654321")).isTrue();
        assertThat(PhoneVariants.same("5215512345678", "525512345678")).isTrue();
        assertThat(PhoneVariants.same("5491123456789", "541123456789")).isTrue();
        assertThat(PhoneVariants.same("5491123456789", "541123456780")).isFalse();
    }
}
