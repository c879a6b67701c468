package io.moked.agent;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantId;
import io.moked.timetable.Bell;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Whose consoles this server sees. That somebody has come is written at once, and that the last of
 * their consoles has gone with the next round: who comes back before then costs nothing. All that a
 * server sees hangs on one row that it renews, so that nothing is left of one that has died.
 */
@Component
public class Attendance extends Rounds {

    private static final Duration ROUND = Duration.ofSeconds(30);

    /** Some rounds may fail before the others take it for dead. */
    private static final Duration WORD = ROUND.multipliedBy(4);

    private final UUID witness;
    private final WitnessStore store;
    private final Absences absences;
    private final Clock clock;

    /** Consoles of those whom the database knows to be seen; changed by {@code compute} only. */
    private final Map<Seat, Set<Object>> consoles = new ConcurrentHashMap<>();

    private final AtomicBoolean isUnsure = new AtomicBoolean();

    Attendance(WitnessStore store, Absences absences, Ids ids, Clock clock) {
        super("attendance", 1, ROUND, new Bell());
        this.witness = ids.next();
        this.store = store;
        this.absences = absences;
        this.clock = clock;
    }

    /** Where somebody sits. */
    record Seat(TenantId tenant, UserId user) {}

    /** One of somebody's consoles is there, in the tenant in scope. Programs are never gone. */
    public void comes(SignedIn listener, Object console) {
        if (!listener.credential().isSession() || !listener.may(Permission.ANSWER_CONVERSATIONS)) {
            return;
        }
        var isFirst = new AtomicBoolean();
        consoles.compute(
                new Seat(listener.tenant(), listener.user()),
                (seat, known) -> {
                    isFirst.set(known == null);
                    var all = known == null ? new HashSet<Object>() : known;
                    all.add(console);
                    return all;
                });
        if (isFirst.get()) {
            arrives(listener.user());
        }
    }

    private void arrives(UserId user) {
        try {
            absences.arrives(user, witness);
        } catch (RuntimeException away) {
            isUnsure.set(true);
            throw away;
        }
    }

    /** It is there no more; saying so twice does no harm. */
    public void goes(SignedIn listener, Object console) {
        consoles.computeIfPresent(
                new Seat(listener.tenant(), listener.user()),
                (seat, known) -> {
                    known.remove(console);
                    return known;
                });
    }

    @Override
    protected boolean round() {
        var now = clock.instant();
        boolean isKnown = store.isThere(witness, now.plus(WORD));
        if (isUnsure.getAndSet(false) || !isKnown) {
            store.sees(witness, consoles.keySet(), now);
        }
        var gone = emptied();
        if (gone.isEmpty()) {
            return false;
        }
        try {
            store.seesNoMore(witness, gone, now);
        } catch (RuntimeException away) {
            gone.forEach(it -> consoles.putIfAbsent(it, new HashSet<>()));
            throw away;
        }
        return false;
    }

    private List<Seat> emptied() {
        var emptied = new ArrayList<Seat>();
        for (var seat : consoles.keySet()) {
            consoles.computeIfPresent(
                    seat,
                    (it, known) -> {
                        if (known.isEmpty()) {
                            emptied.add(it);
                            return null;
                        }
                        return known;
                    });
        }
        return emptied;
    }
}
