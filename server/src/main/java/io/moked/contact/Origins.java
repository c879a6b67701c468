package io.moked.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.moked.channel.Sender;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody is from, as far as their phone or id tells. */
final class Origins {

    /** Meta's ids of people begin with the country: US.1234. */
    private static final Pattern ID = Pattern.compile("([A-Z]{2})\\..+");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** What was looked up and belongs to no country, as CLDR calls it. */
    static final String NOWHERE = "ZZ";

    private Origins() {}

    /** What is noted, or else what the phone tells. */
    static @Nullable String shown(@Nullable String noted, @Nullable String phone) {
        return noted == null || noted.equals(NOWHERE) ? country(phone, null) : noted;
    }

    static @Nullable String country(Sender sender) {
        return country(sender.phone(), sender.networkId());
    }

    static @Nullable String country(@Nullable String phone, @Nullable String networkId) {
        var id = networkId == null ? null : ID.matcher(networkId);
        if (id != null && id.matches()) {
            return id.group(1);
        }
        return parsed(phone).map(NUMBERS::getRegionCodeForNumber).orElse(null);
    }

    /** Of a country with several, the first; of nothing that is known, none. */
    static @Nullable String timeZone(@Nullable String phone, @Nullable String country) {
        var zones =
                parsed(phone)
                        .map(PhoneNumberToTimeZonesMapper.getInstance()::getTimeZonesForNumber)
                        .orElseGet(() -> zonesOf(country));
        return zones.stream()
                .filter(it -> !it.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                .findFirst()
                .orElse(null);
    }

    private static List<String> zonesOf(@Nullable String country) {
        return Optional.ofNullable(country)
                .map(NUMBERS::getExampleNumber)
                .map(PhoneNumberToTimeZonesMapper.getInstance()::getTimeZonesForGeographicalNumber)
                .orElse(List.of());
    }

    private static Optional<PhoneNumber> parsed(@Nullable String phone) {
        try {
            return phone == null ? Optional.empty() : Optional.of(NUMBERS.parse("+" + phone, null));
        } catch (NumberParseException notAPhone) {
            return Optional.empty();
        }
    }
}
