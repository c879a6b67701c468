package io.moked.rule;

import io.moked.rule.engine.Terms;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a business.
 *
 * @param version counts the changes, so that nobody undoes one they have not seen
 * @param acted how often it has done something
 * @param actedAt when it last did; null for never
 */
public record Rule(
        UUID id,
        String name,
        boolean isEnabled,
        Terms terms,
        int version,
        long acted,
        @Nullable Instant actedAt)
        implements Terms.Bound {}
