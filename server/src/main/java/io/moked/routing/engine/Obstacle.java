package io.moked.routing.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an agent cannot have a conversation now; where several hold, the first of these. */
public enum Obstacle {
    /** Away, busy, on a break or not here. */
    NOT_AVAILABLE,
    /** It waits for an agent who knows its contact. */
    WAITS_FOR_ANOTHER,
    /** Was asked and did not take it. */
    DECLINED,
    LACKS_SKILL,
    /** So much is more than this agent ever holds at once. */
    TOO_MUCH,
    /** Holds as much as they can, or so much that this does not fit beside it. */
    FULL,
    /** Keeps what is free for a bigger one that stood here before. */
    KEPT_FREE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of a map are read by this. */
    @JsonCreator
    static Obstacle of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
