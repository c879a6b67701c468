package io.moked.timetable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * All timed work there is. Each server looks once a minute for what is due; the row of a work tells
 * that one of them does it.
 */
@Component
public class Timetable extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);

    private final TimetableStore store;
    private final List<TimedWork> works;
    private final Clock clock;

    Timetable(TimetableStore store, List<TimedWork> works, Clock clock) {
        super("timetable", LONGEST_SLEEP);
        this.store = store;
        this.works = works;
        this.clock = clock;
    }

    /**
     * How a work stands.
     *
     * @param doneAt when it was done last
     * @param things of how many things it was then
     * @param failure why it was not done since; null where it was
     */
    public record Standing(
            String name,
            @Nullable Instant doneAt,
            int things,
            @Nullable String failure,
            Instant dueAt) {}

    public List<Standing> standings() {
        return store.list();
    }

    @Override
    public void start() {
        works.forEach(work -> store.enter(work, clock.instant().plus(work.every())));
        super.start();
    }

    @Override
    protected boolean round() {
        works.stream().filter(work -> store.claim(work, clock.instant())).forEach(this::work);
        return false;
    }

    private void work(TimedWork work) {
        try {
            var now = clock.instant();
            int things = 0;
            int part;
            do {
                part = work.part().applyAsInt(now);
                things += part;
            } while (part > 0 && isRunning());
            store.done(work, things, clock.instant());
        } catch (RuntimeException failure) {
            var why = failure.getClass().getSimpleName();
            LOG.warn("{} was not done and is tried again: {}", work.name(), why);
            store.failed(work, why, clock.instant().plus(AFTER_FAILURE));
        }
    }
}
