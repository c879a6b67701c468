package io.moked.routing.offer;

import java.time.Instant;
import java.util.UUID;

/**
 * A question to an agent whether they take what waits. Until its end so much of their room is kept.
 *
 * @param id that of the decision behind it
 * @param line the department whose agent they are asked as
 * @param units how much of their capacity it takes
 */
public record Offer(
        UUID id,
        UUID conversation,
        UUID line,
        UUID agent,
        int units,
        Instant madeAt,
        Instant endsAt) {}
