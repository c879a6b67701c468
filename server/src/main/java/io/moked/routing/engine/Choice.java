package io.moked.routing.engine;

import java.util.Comparator;
import java.util.Map;

/** Which of several agents who could take a conversation gets it. */
public interface Choice {

    /** The better one first. Agents who are alike in this go by {@link Agent#idleSince}. */
    Comparator<Agent> order(Waiting waiting);

    /**
     * What counted for an agent, by the names people read: {@code occupied}, {@code idleSeconds}.
     */
    Map<String, Double> weights(Agent agent, Waiting waiting);
}
