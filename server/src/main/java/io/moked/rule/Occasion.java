package io.moked.rule;

import io.moked.rule.engine.Trigger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something has happened to a conversation for which there may be a rule; looked at once.
 *
 * @param minutes how long a state has lasted; null where it is not a matter of time
 * @param message that the contact wrote, where it is about one
 * @param since when it happened, or the state began
 * @param tries how often looking at it has failed
 */
record Occasion(
        UUID id,
        UUID conversation,
        Trigger trigger,
        @Nullable Integer minutes,
        @Nullable UUID message,
        Instant since,
        int tries) {}
