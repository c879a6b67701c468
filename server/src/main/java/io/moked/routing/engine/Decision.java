package io.moked.routing.engine;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A conversation is given to an agent, and why.
 *
 * @param line the department in whose line it was found
 * @param units how much of the agent's capacity it takes
 * @param choice how agents of that department are chosen
 * @param considered those who could have had it, the chosen one first, then the best of the others
 * @param out how many could not, by the reason
 * @param passed how many stood before it that this agent could not have
 * @param isKept whether it waited for this agent, who knows its contact, and for nobody else
 */
public record Decision(
        UUID conversation,
        UUID agent,
        UUID line,
        int units,
        Choice choice,
        List<Considered> considered,
        Map<Obstacle, Integer> out,
        int passed,
        boolean isKept) {

    /**
     * More are not written down; a decision among a thousand agents is understood from the best.
     */
    static final int CONSIDERED = 10;
}
