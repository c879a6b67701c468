package io.moked.routing.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * An agent as they stand.
 *
 * @param departments where they answer
 * @param skills what they can do, and how well: 1 to 5
 * @param capacity how much they can hold at once, in units
 * @param used how much of it they hold; above the capacity where somebody gave them more
 * @param idleSince since when nothing new was given to them and nothing of theirs has ended
 * @param lastGiven when they were given something last; the epoch for never
 */
public record Agent(
        UUID id,
        Set<UUID> departments,
        Map<UUID, Integer> skills,
        boolean isAvailable,
        int capacity,
        int used,
        Instant idleSince,
        Instant lastGiven) {

    public int free() {
        return capacity - used;
    }

    /** How full they are, from 0 on. */
    public double occupied() {
        return (double) used / capacity;
    }

    public int level(UUID skill) {
        return skills.getOrDefault(skill, 0);
    }

    /** Whether they have all these skills, each as well as is asked. */
    boolean knows(Map<UUID, Integer> asked) {
        // Asked of thousands for each decision: a stream would take most of the time.
        for (var one : asked.entrySet()) {
            if (!knows(one)) {
                return false;
            }
        }
        return true;
    }

    /** How many of the preferred skills they have. */
    int preferred(Waiting waiting) {
        int known = 0;
        for (var one : waiting.preferred().entrySet()) {
            known += knows(one) ? 1 : 0;
        }
        return known;
    }

    private boolean knows(Map.Entry<UUID, Integer> asked) {
        return level(asked.getKey()) >= asked.getValue();
    }

    Agent given(int units, Instant now) {
        return new Agent(id, departments, skills, isAvailable, capacity, used + units, now, now);
    }
}
