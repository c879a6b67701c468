package io.moked.routing.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Which of several agents who could take a conversation gets it: the ways that there are. */
public enum Choice {
    /** Whoever has had nothing to begin or end for longest. */
    LONGEST_IDLE {
        @Override
        Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparing(Agent::idleSince);
        }

        @Override
        Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("idleSince", (double) agent.idleSince().getEpochSecond());
        }
    },
    /** Whoever holds the smallest part of what they can hold. */
    LEAST_OCCUPIED {
        @Override
        Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparingDouble(Agent::occupied);
        }

        @Override
        Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("occupied", agent.occupied());
        }
    },
    /** Everybody in turn. */
    ROUND_ROBIN {
        @Override
        Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparing(Agent::lastGiven);
        }

        @Override
        Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("lastGiven", (double) agent.lastGiven().getEpochSecond());
        }
    },
    /** Whoever knows best what it asks for. */
    MOST_SKILLED {
        @Override
        Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparingInt((Agent it) -> knows(it, waiting)).reversed();
        }

        @Override
        Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("levels", (double) knows(agent, waiting));
        }

        private int knows(Agent agent, Waiting waiting) {
            return waiting.required().keySet().stream().mapToInt(agent::level).sum()
                    + waiting.preferred().keySet().stream().mapToInt(agent::level).sum();
        }
    };

    /** The better one first. Agents who are alike in this go by {@link Agent#idleSince}. */
    abstract Comparator<Agent> order(Waiting waiting);

    /**
     * What counted for an agent, by the names people read: {@code occupied} as a share, {@code
     * idleSince} and {@code lastGiven} in seconds since 1970, {@code levels} as a sum.
     */
    abstract Map<String, Double> weights(Agent agent, Waiting waiting);

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
