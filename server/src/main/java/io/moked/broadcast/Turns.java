package io.moked.broadcast;

import io.moked.conversation.Announcements;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How a broadcast comes from one state to another, and who hears of it. */
@Component
class Turns {

    /** Nobody needs to see it change faster. */
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

    private final BroadcastStore store;
    private final RecipientStore recipients;
    private final ResultStore results;
    private final Announcements announcements;
    private final Journal journal;
    private final Clock clock;

    Turns(
            BroadcastStore store,
            RecipientStore recipients,
            ResultStore results,
            Announcements announcements,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.recipients = recipients;
        this.results = results;
        this.announcements = announcements;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void begin(Broadcast broadcast) {
        turn(broadcast, Broadcast.State.RUNNING, null);
        tell("started", broadcast.id(), null);
    }

    /** Where it runs still. */
    @Transactional
    void pause(BroadcastId id, Broadcast.Pause why) {
        store.lock(id)
                .filter(it -> it.state() == Broadcast.State.RUNNING)
                .ifPresent(it -> pause(it, why, null));
    }

    /** What is not on its way yet stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    void pause(Broadcast broadcast, Broadcast.Pause why, @Nullable UUID by) {
        turn(broadcast, Broadcast.State.PAUSED, why);
        takeBack(broadcast);
        journal.append(Fact.of("broadcast.paused", broadcast.id()).by(by).with("reason", why));
    }

    /** Whoever lets it go on has seen what it was paused for. */
    @Transactional(propagation = Propagation.MANDATORY)
    void resume(Broadcast broadcast, UUID by) {
        store.watchFrom(new BroadcastId(broadcast.id()), clock.instant());
        turn(broadcast, Broadcast.State.RUNNING, null);
        tell("resumed", broadcast.id(), by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void cancel(Broadcast broadcast, UUID by) {
        turn(broadcast, Broadcast.State.CANCELLED, null);
        takeBack(broadcast);
        tell("cancelled", broadcast.id(), by);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void finish(Broadcast broadcast) {
        turn(broadcast, Broadcast.State.FINISHED, null);
        tell("finished", broadcast.id(), null);
    }

    /** Out of the outbox: what waits there for long would stand in threads as if it were sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    void takeBack(Broadcast broadcast) {
        var queued = recipients.inTheOutbox(new BroadcastId(broadcast.id()));
        recipients.takenBack(announcements.takeBack(queued));
        store.hasNews(new BroadcastId(broadcast.id()));
    }

    /** At most once a second for each broadcast, however much comes in. */
    @Transactional
    void tellNews(BroadcastId id) {
        var now = clock.instant();
        if (store.takeNews(id, now, now.minus(BETWEEN_NEWS))) {
            results.sumUp(id);
            tell("progressed", id.value(), null);
        }
    }

    private void turn(Broadcast broadcast, Broadcast.State state, Broadcast.@Nullable Pause pause) {
        store.turn(new BroadcastId(broadcast.id()), state, pause, clock.instant());
    }

    private void tell(String what, UUID broadcast, @Nullable UUID by) {
        journal.append(Fact.of("broadcast." + what, broadcast).by(by));
    }
}
