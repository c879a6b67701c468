package io.moked.routing.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation asks of the agent who is to have it.
 *
 * @param required skills nobody may lack, with the least level
 * @param preferred skills that count in an agent's favour, likewise
 */
public record Needs(Map<UUID, Integer> required, Map<UUID, Integer> preferred) {

    public static final Needs NONE = new Needs(Map.of(), Map.of());

    /**
     * What is left of it after a wait. With every step that has gone by, one level less is
     * required; what was asked for is preferred from then on, so that whoever has it still comes
     * first.
     *
     * @param step null where a department would rather let people wait
     */
    public Needs after(Duration waited, @Nullable Duration step) {
        long steps = steps(waited, step);
        if (steps == 0 || required.isEmpty()) {
            return this;
        }
        var still = new HashMap<UUID, Integer>();
        var wished = new HashMap<>(preferred);
        required.forEach((skill, level) -> {
            wished.merge(skill, level, Math::max);
            if (level > steps) {
                still.put(skill, (int) (level - steps));
            }
        });
        return new Needs(still, wished);
    }

    /** When less is required than at a moment of the wait; empty where never. */
    public Optional<Instant> relaxesAt(Instant since, Instant now, @Nullable Duration step) {
        var waited = Duration.between(since, now);
        return step == null || after(waited, step).required().isEmpty()
                ? Optional.empty()
                : Optional.of(since.plus(step.multipliedBy(steps(waited, step) + 1)));
    }

    private static long steps(Duration waited, @Nullable Duration step) {
        return step == null || waited.isNegative() ? 0 : waited.dividedBy(step);
    }
}
