package io.moked.broadcast;

import io.moked.broadcast.Agenda.Item;
import io.moked.kernel.Refusal;
import io.moked.number.Ratings;
import io.moked.number.Ratings.Rating;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes every broadcast a step further, again and again. Each step is one transaction that holds
 * the broadcast's row, so a server that dies leaves nothing half done, and several do not do the
 * same.
 */
@Component
class BroadcastRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(BroadcastRounds.class);
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

    private final Agenda agenda;
    private final Conduct conduct;
    private final Turns turns;
    private final Ratings ratings;
    private final Clock clock;

    BroadcastRounds(
            BroadcastBell bell,
            Agenda agenda,
            Conduct conduct,
            Turns turns,
            Ratings ratings,
            Clock clock) {
        super("broadcasts", 1, LONGEST_SLEEP, bell);
        this.agenda = agenda;
        this.conduct = conduct;
        this.turns = turns;
        this.ratings = ratings;
        this.clock = clock;
    }

    @Override
    protected boolean round() {
        boolean isMoreToDo = false;
        for (var item : agenda.due(clock.instant())) {
            isMoreToDo |= TenantScope.call(item.tenant(), () -> goOnWith(item));
        }
        return isMoreToDo && isRunning();
    }

    /** One that fails holds up no other. */
    private boolean goOnWith(Item item) {
        var broadcast = item.broadcast();
        try {
            // Nothing is asked of Meta for one that waits, and nothing while its row is held.
            var rating =
                    item.isRunning() ? ratings.of(item.channel()) : Optional.of(Rating.UNKNOWN);
            if (rating.isEmpty()) {
                return false;
            }
            boolean isMoreToDo = conduct.step(broadcast, rating.get());
            turns.tellNews(broadcast);
            return isMoreToDo;
        } catch (Refusal cannotBeFilled) {
            turns.pause(broadcast, Broadcast.Pause.TEMPLATE);
        } catch (RuntimeException later) {
            LOG.warn("A broadcast goes on later: {}", later.getClass().getSimpleName());
        }
        return false;
    }
}
