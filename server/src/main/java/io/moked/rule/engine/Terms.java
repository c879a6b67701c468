package io.moked.rule.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says.
 *
 * @param minutes after how long; null where it is not a matter of time
 * @param conditions all of them; where there is none, always
 */
public record Terms(
        Trigger trigger,
        @Nullable Integer minutes,
        List<Condition> conditions,
        List<Action> actions) {

    public Terms {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
    }

    /** Where among the conditions the first stands that does not hold. */
    public OptionalInt firstFailed(Circumstances circumstances) {
        return IntStream.range(0, conditions.size())
                .filter(n -> !conditions.get(n).holds(circumstances))
                .findFirst();
    }

    public boolean match(Circumstances circumstances) {
        return firstFailed(circumstances).isEmpty();
    }

    /** Something that has terms. */
    public interface Bound {
        Terms terms();
    }

    /** The first of them that matches; those behind it do nothing. */
    public static <T extends Bound> Optional<T> first(
            List<T> inOrder, Circumstances circumstances) {
        return inOrder.stream().filter(it -> it.terms().match(circumstances)).findFirst();
    }
}
