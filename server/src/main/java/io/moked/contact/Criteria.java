package io.moked.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What contacts have in common; all of it, and nothing asked for is everybody.
 *
 * @param labels at least one of these
 * @param withoutLabels none of these
 * @param languages one of these (ISO 639)
 * @param countries one of these (ISO 3166)
 * @param seenWithinDays wrote within the last days
 * @param notSeenForDays has not written for as many days, or ever
 * @param neverContacted came from a list, and nothing was written since, to them or by them
 * @param consent whether they want marketing, as far as they or the business said
 */
public record Criteria(
        @Nullable List<String> labels,
        @Nullable List<String> withoutLabels,
        @Nullable List<String> languages,
        @Nullable List<String> countries,
        @Nullable Integer seenWithinDays,
        @Nullable Integer notSeenForDays,
        @Nullable Boolean neverContacted,
        @Nullable Consent consent) {

    /** How sure it has to be that somebody wants marketing. */
    public enum Consent {
        /** They resumed it, or the business declared where it has their word from. */
        OPTED_IN,
        /** They have not stopped it. */
        NOT_STOPPED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
