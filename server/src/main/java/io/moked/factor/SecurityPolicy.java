package io.moked.factor;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Locale;

/** How strict a business is with those who sign in. */
public record SecurityPolicy(
        SecondFactor secondFactor,
        @Min(12) @Max(64) int passwordLength,
        @Min(15) @Max(1_440) int idleMinutes,
        @Min(1) @Max(168) int sessionHours) {

    static final SecurityPolicy USUAL = new SecurityPolicy(SecondFactor.NOBODY, 12, 480, 12);

    /** Who must show a second factor. Who has one shows it in any case. */
    public enum SecondFactor {
        NOBODY,
        ADMINISTRATORS,
        EVERYONE;

        /** As it stands in the database and in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static SecondFactor of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Duration longest() {
        return Duration.ofHours(sessionHours);
    }
}
