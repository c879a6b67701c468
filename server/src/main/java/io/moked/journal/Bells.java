package io.moked.journal;

import io.moked.timetable.Bell;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Wakes all who read the journal on this server. */
@Component
class Bells {

    private final List<Bell> bells = new CopyOnWriteArrayList<>();

    /** One more to be rung with the others. */
    Bell hang() {
        var bell = new Bell();
        bells.add(bell);
        return bell;
    }

    void ring() {
        bells.forEach(Bell::ring);
    }
}
