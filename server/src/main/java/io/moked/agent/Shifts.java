package io.moked.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When agents were available, on past days too. */
@Component
public class Shifts {

    private final ShiftStore store;

    Shifts(ShiftStore store) {
        this.store = store;
    }

    /**
     * A time of being available.
     *
     * @param until null where it goes on
     */
    public record Shift(UUID agent, Instant from, @Nullable Instant until) {}

    /** Those that reach into a time, of all agents, as they were in whole. */
    @Transactional(readOnly = true)
    public List<Shift> within(Instant from, Instant to) {
        return store.within(from, to);
    }
}
