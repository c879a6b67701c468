package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

/** One number of Brazil, Mexico or Argentina has two forms; every other number has one. */
class PhoneVariantsTest {

    @Provide
    Arbitrary<String> numbers() {
        var prefix = Arbitraries.of("55", "52", "54", "521", "549", "5511", "55119", "972", "1");
        var rest = Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(13);
        return prefix.flatMap(before -> rest.map(it -> before + it));
    }

    @Property
    void aNumberIsAVariantOfItselfAndOfItsVariants(@ForAll("numbers") String number) {
        var all = PhoneVariants.of(number).toList();
        assertThat(all).startsWith(number).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(2);
        for (var one : all) {
            assertThat(PhoneVariants.of(one)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(PhoneVariants.same(number, one)).isTrue();
        }
    }

    @Property
    void variantsDifferInOneDigitAfterTheCountryAndEndAlike(@ForAll("numbers") String number) {
        for (var one : PhoneVariants.of(number).skip(1).toList()) {
            assertThat(one.substring(0, 2)).isEqualTo(number.substring(0, 2));
            assertThat(Math.abs(one.length() - number.length())).isEqualTo(1);
            assertThat(one).endsWith(number.substring(number.length() - 8));
        }
    }

    @Property
    void aBrazilianMobileNumberIsTheSameWithTheNineAndWithout(
            @ForAll @NumericChars @StringLength(2) String area,
            @ForAll @NumericChars @StringLength(7) String rest) {
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

    @Property
    void anyOtherCountrysNumberIsWrittenOneWay(@ForAll @NumericChars @StringLength(9) String rest) {
        for (var country : List.of("1", "44", "49", "57", "91", "972")) {
            assertThat(PhoneVariants.of(country + rest)).containsExactly(country + rest);
        }
    }

    @Example
    void asMetaAndPeopleWriteThem() {
        assertThat(PhoneVariants.same("5521987654321", "552187654321")).isTrue();
        assertThat(PhoneVariants.same("5215512345678", "525512345678")).isTrue();
        assertThat(PhoneVariants.same("5491123456789", "541123456789")).isTrue();
        assertThat(PhoneVariants.same("5491123456789", "541123456780")).isFalse();
    }
}
