package io.moked.routing.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The ways to choose that there are. */
public enum Choices implements Choice {
    /** Whoever has had nothing to begin or end for longest. */
    LONGEST_IDLE {
        @Override
        public Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparing(Agent::idleSince);
        }

        @Override
        public Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("idleSince", (double) agent.idleSince().getEpochSecond());
        }
    },
    /** Whoever holds the smallest part of what they can hold. */
    LEAST_OCCUPIED {
        @Override
        public Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparingDouble(Agent::occupied);
        }

        @Override
        public Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("occupied", agent.occupied());
        }
    },
    /** Everybody in turn. */
    ROUND_ROBIN {
        @Override
        public Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparing(Agent::lastGiven);
        }

        @Override
        public Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("lastGiven", (double) agent.lastGiven().getEpochSecond());
        }
    },
    /** Whoever knows best what it asks for. */
    MOST_SKILLED {
        @Override
        public Comparator<Agent> order(Waiting waiting) {
            return Comparator.comparingInt((Agent it) -> knows(it, waiting)).reversed();
        }

        @Override
        public Map<String, Double> weights(Agent agent, Waiting waiting) {
            return Map.of("levels", (double) knows(agent, waiting));
        }

        private int knows(Agent agent, Waiting waiting) {
            return waiting.required().keySet().stream().mapToInt(agent::level).sum()
                    + waiting.preferred().keySet().stream().mapToInt(agent::level).sum();
        }
    };

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
