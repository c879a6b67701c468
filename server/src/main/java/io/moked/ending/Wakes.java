package io.moked.ending;

import io.moked.conversation.Ends;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wakes what was set aside. */
@Component
class Wakes {

    private final WakeStore store;
    private final Ends ends;

    Wakes(WakeStore store, Ends ends) {
        this.store = store;
        this.ends = ends;
    }

    /**
     * Those whose time has come.
     *
     * @return how many
     */
    @Transactional
    int endDue(Instant now, int most) {
        var due = store.due(now, most);
        ends.wakeDue(due, now);
        store.done(due, now);
        return due.size();
    }
}
