package io.moked.routing.replay;

import io.moked.routing.replay.StepStore.Step;
import io.moked.routing.simulation.Past.Passage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes waits of steps: of those that went on during a time, each with what came of it. */
final class Passages {

    private final Instant from;
    private final Instant to;
    private final Map<UUID, Open> open = new HashMap<>();
    private final List<Passage> over = new ArrayList<>();
    private int moved;

    private Passages(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    /**
     * What they come to.
     *
     * @param moved how many were sent into another line while they waited; only the last counts
     */
    record Told(List<Passage> passages, int moved) {}

    private record Open(
            UUID department, Instant came, @Nullable Instant ended, @Nullable UUID agent) {}

    /** Of steps in their order, some from before and after that time. */
    static Told of(List<Step> steps, Instant from, Instant to) {
        var passages = new Passages(from, to);
        steps.forEach(passages::go);
        passages.open.values().forEach(it -> passages.close(it, null, null));
        return new Told(passages.over, passages.moved);
    }

    private void go(Step step) {
        var before = open.remove(step.conversation());
        switch (step.what()) {
            case RESTS -> leave(before, step.at());
            case WAITS -> {
                leave(before, step.at());
                if (step.department() != null) {
                    var next = new Open(step.department(), step.at(), null, null);
                    open.put(step.conversation(), next);
                }
            }
            case GIVEN -> {
                // Whoever has it from a colleague goes on with it.
                if (before != null) {
                    open.put(
                            step.conversation(),
                            before.agent() != null
                                    ? before
                                    : new Open(
                                            before.department(),
                                            before.came(),
                                            step.at(),
                                            step.agent()));
                }
            }
            case ENDED -> {
                if (before != null) {
                    close(before, step.at(), step.at());
                }
            }
        }
    }

    /** It goes on elsewhere: an agent is done with it, a wait does not count here. */
    private void leave(@Nullable Open one, Instant at) {
        if (one != null && one.agent() != null) {
            close(one, null, at);
        } else if (one != null && isWithin(one, at)) {
            moved++;
        }
    }

    private boolean isWithin(Open one, @Nullable Instant ended) {
        return one.came().isBefore(to) && (ended == null || ended.isAfter(from));
    }

    private void close(Open one, @Nullable Instant leftAt, @Nullable Instant doneAt) {
        var ended = one.agent() == null ? leftAt : one.ended();
        if (isWithin(one, ended)) {
            over.add(
                    new Passage(
                            one.department(),
                            one.came().isBefore(from) ? Duration.ZERO : since(one.came()),
                            ended == null ? null : since(ended),
                            one.agent(),
                            one.agent() == null || doneAt == null ? null : since(doneAt)));
        }
    }

    private Duration since(Instant at) {
        return Duration.between(from, at);
    }
}
