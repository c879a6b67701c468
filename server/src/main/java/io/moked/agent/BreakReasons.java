package io.moked.agent;

import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.kernel.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why agents of the tenant in scope are on a break, as the business calls it. */
@Component
public class BreakReasons {

    private final BreakReasonStore store;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    BreakReasons(BreakReasonStore store, Journal journal, Ids ids, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Another is called so in one of the languages, in capitals or not. */
    static final class NameTaken extends Refusal {
        NameTaken() {
            super(Kind.CONFLICT, "break-reason-name-taken");
        }
    }

    /** There are as many as anybody could choose from. */
    static final class TooMany extends Refusal {
        TooMany() {
            super(Kind.CONFLICT, "too-many-break-reasons");
        }
    }

    /** Removed ones, too. A business that never had any begins with some. */
    @Transactional
    public List<BreakReason> all() {
        var all = store.all();
        if (!all.isEmpty()) {
            return all;
        }
        store.add(
                List.of(
                        reason("Meal", "ארוחה"),
                        reason("Short break", "הפסקה קצרה"),
                        reason("Meeting", "פגישה"),
                        reason("Training", "הדרכה")));
        return store.all();
    }

    private BreakReason reason(String english, String hebrew) {
        return new BreakReason(ids.next(), english, hebrew, false);
    }

    @Transactional
    public BreakReason add(String english, String hebrew, UserId by) {
        long inUse = all().stream().filter(it -> !it.removed()).count();
        if (inUse >= Limit.BREAK_REASONS.value()) {
            throw new TooMany();
        }
        var reason = reason(english, hebrew);
        if (store.add(List.of(reason)) == 0) {
            throw new NameTaken();
        }
        tell("agent.break-reason-added", reason.id(), by);
        return reason;
    }

    /** In what was, too: it is the same reason under a better name. */
    @Transactional
    public void rename(BreakReason reason, UserId by) {
        try {
            if (!store.rename(reason)) {
                throw new NotFound();
            }
        } catch (DuplicateKeyException taken) {
            throw new NameTaken();
        }
        tell("agent.break-reason-changed", reason.id(), by);
    }

    /** Who is on a break for it stays so. */
    @Transactional
    public void remove(UUID id, UserId by) {
        if (!store.remove(id, clock.instant())) {
            throw new NotFound();
        }
        tell("agent.break-reason-removed", id, by);
    }

    private void tell(String kind, UUID reason, UserId by) {
        journal.append(Fact.of(kind, reason).by(by.value()));
    }
}
