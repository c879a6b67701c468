package io.moked.whatsapp;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to hold before a number works.
 *
 * @param reason Meta's own words where it failed, or what is missing
 */
public record Step(Name step, State state, @Nullable String reason) {

    /** In the order in which they build on each other. */
    public enum Name {
        /** The token is good. */
        TOKEN,
        /** It may write messages and look after the account. */
        PERMISSIONS,
        /** It reaches the account. */
        ACCOUNT,
        /** The account has the number. */
        NUMBER,
        /** The number is registered with the Cloud API, and may send. */
        REGISTRATION,
        /** The token's app hears of the account. */
        SUBSCRIPTION,
        /** A delivery for the number has come, and its signature was good. */
        DELIVERIES;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it holds, as far as is known; who waits, waits for Meta. */
    public enum State {
        DONE,
        WAITING,
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
