package io.moked.broadcast;

import io.moked.contact.Selections;
import io.moked.number.Ratings.Rating;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What comes next for a broadcast: its beginning, its recipients, their messages, its end. */
@Component
class Conduct {

    /** Recipients written down at once. */
    private static final int GATHERED = 2_000;

    private final BroadcastStore store;
    private final RecipientStore recipients;
    private final Selections contacts;
    private final Brake brake;
    private final Feeding feeding;
    private final Turns turns;
    private final Clock clock;

    Conduct(
            BroadcastStore store,
            RecipientStore recipients,
            Selections contacts,
            Brake brake,
            Feeding feeding,
            Turns turns,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.contacts = contacts;
        this.brake = brake;
        this.feeding = feeding;
        this.turns = turns;
        this.clock = clock;
    }

    /**
     * Whether there may be more to do at once.
     *
     * @param rating of the number that sends it
     */
    @Transactional
    boolean step(BroadcastId id, Rating rating) {
        var now = clock.instant();
        return store.lockUnlessLocked(id).map(it -> step(it, rating, now)).orElse(false);
    }

    private boolean step(Broadcast broadcast, Rating rating, Instant now) {
        return switch (broadcast.state()) {
            case PLANNED -> begin(broadcast, now);
            case RUNNING ->
                    broadcast.isGathered() ? send(broadcast, rating, now) : gather(broadcast, now);
            case PAUSED -> {
                turns.takeBack(broadcast);
                yield false;
            }
            case FINISHED, CANCELLED -> false;
        };
    }

    private boolean begin(Broadcast broadcast, Instant now) {
        var startsAt = broadcast.plan().startsAt();
        if (startsAt != null && startsAt.isAfter(now)) {
            return false;
        }
        turns.begin(broadcast);
        return true;
    }

    /** Page after page, up to where it got is kept with it. */
    private boolean gather(Broadcast broadcast, Instant now) {
        var id = new BroadcastId(broadcast.id());
        var plan = broadcast.plan();
        var page = contacts.page(plan.criteria(), broadcast.gatheredTo(), GATHERED);
        if (!page.isEmpty()) {
            recipients.add(id, page, now);
        }
        store.gathered(id, page.isEmpty() ? null : page.getLast(), page.size() < GATHERED);
        return true;
    }

    private boolean send(Broadcast broadcast, Rating rating, Instant now) {
        var obstacle = brake.on(broadcast, rating, now);
        if (obstacle.isPresent()) {
            turns.pause(broadcast, obstacle.get(), null);
            return false;
        }
        boolean isMoreToDo = feeding.feed(broadcast, rating == Rating.YELLOW, now);
        if (!recipients.isAnybodyLeft(new BroadcastId(broadcast.id()))) {
            turns.finish(broadcast);
        }
        return isMoreToDo;
    }
}
