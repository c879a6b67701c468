package io.moked.contact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What contacts have in common; all of it, and nothing asked for is everybody.
 *
 * @param labels at least one of these
 * @param withoutLabels none of these
 * @param languages one of these (ISO 639)
 * @param countries one of these (ISO 3166)
 * @param seenWithinDays wrote within the last days
 * @param notSeenForDays has not written for as many days
 */
public record Criteria(
        @Nullable List<String> labels,
        @Nullable List<String> withoutLabels,
        @Nullable List<String> languages,
        @Nullable List<String> countries,
        @Nullable Integer seenWithinDays,
        @Nullable Integer notSeenForDays) {}
