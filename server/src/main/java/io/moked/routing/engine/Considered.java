package io.moked.routing.engine;

import java.util.Map;
import java.util.UUID;

/**
 * An agent who could have had a conversation.
 *
 * @param preferred how many of the preferred skills they have
 * @param weights what counted beside that, see {@link Choice#weights}
 */
public record Considered(UUID agent, int preferred, Map<String, Double> weights) {}
