package io.moked.routing;

import io.moked.routing.engine.Decision;
import io.moked.routing.offer.Offers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides who gets what waits, and carries it out. Any number of servers may do so at the same
 * time: the conversation is locked, the agent's room is taken by a statement that looks and takes
 * at once, and what does not come true of a decision is decided anew.
 */
@Component
class Decisions {

    /**
     * How often somebody else may be quicker, or at work on the very same, until this server leaves
     * it to them.
     */
    private static final int PATIENCE = 10;

    /**
     * Of those who wait, so many are looked at together; more only where none of them can be given
     * to anybody.
     */
    private static final int FRONT = 200;

    private static final Duration MOMENT = Duration.ofMillis(5);

    /** Somebody holds on to what is to be given, and may tell nobody when they let go of it. */
    private static final Duration SOON = Duration.ofMillis(100);

    private final Scene scene;
    private final Gifts gifts;
    private final Offers offers;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Decisions(
            Scene scene,
            Gifts gifts,
            Offers offers,
            TransactionTemplate transactions,
            Clock clock) {
        this.scene = scene;
        this.gifts = gifts;
        this.offers = offers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What a look at all that waits has come to.
     *
     * @param given how many conversations were given, or offered
     * @param again when there may be more to give though nothing happens
     */
    record Outcome(int given, Optional<Instant> again) {}

    /**
     * Until nobody with room could have anybody who waits.
     *
     * @return what came of it
     */
    Outcome decideAll() {
        int given = 0;
        int front = FRONT;
        var again = offers.endOver();
        for (int inVain = 0; inVain < PATIENCE; ) {
            var picture = scene.front(front);
            var decisions = picture.floor().settle(clock.instant());
            if (decisions.isEmpty()) {
                if (picture.isWhole()) {
                    return new Outcome(given, first(again, picture.changesWithout(List.of())));
                }
                front *= 4;
                continue;
            }
            var now = transactions.execute(tx -> gifts.carryOut(decisions, picture));
            given += now.size();
            again = first(again, ends(now, picture.asking()));
            // Whatever has come or changed since the picture was taken says so by itself.
            if (picture.isWhole() && now.size() == decisions.size()) {
                return new Outcome(given, first(again, picture.changesWithout(now)));
            }
            inVain = now.isEmpty() ? inVain + 1 : 0;
            LockSupport.parkNanos(inVain * MOMENT.toNanos());
        }
        return new Outcome(given, first(again, Optional.of(clock.instant().plus(SOON))));
    }

    /** When the first of those who are asked has had time enough. */
    private Optional<Instant> ends(List<Decision> made, Map<UUID, Duration> asking) {
        return made.stream()
                .flatMap(it -> Optional.ofNullable(asking.get(it.line())).stream())
                .min(Comparator.naturalOrder())
                .map(clock.instant()::plus);
    }

    private static Optional<Instant> first(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }
}
