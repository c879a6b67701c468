package io.moked.ending;

import io.moked.access.SignedIn;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why conversations end, as the business names it. */
@Component
public class Dispositions {

    private final DispositionStore store;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Dispositions(DispositionStore store, Journal journal, Ids ids, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** One reason. */
    public record Disposition(UUID id, String name) {}

    /** Those to choose from, in their order. */
    @Transactional(readOnly = true)
    public List<Disposition> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> dispositions) {
        return dispositions.isEmpty() ? Map.of() : store.names(dispositions);
    }

    /** The last of them. */
    @Transactional
    public Disposition add(String name, SignedIn by) {
        if (store.all().size() >= Limit.DISPOSITIONS.value()) {
            throw new Refusals.TooManyDispositions();
        }
        var added = new Disposition(ids.next(), checked(name));
        named(() -> store.add(added));
        tell("ending.disposition-added", added.id(), by);
        return added;
    }

    /** What it was chosen for before is called otherwise, too. */
    @Transactional
    public Disposition rename(UUID id, String name, SignedIn by) {
        var renamed = new Disposition(id, checked(name));
        named(() -> {
            if (!store.rename(renamed)) {
                throw new NotFound();
            }
        });
        tell("ending.disposition-changed", id, by);
        return renamed;
    }

    /**
     * Puts them into another order.
     *
     * @param order all of them
     */
    @Transactional
    public List<Disposition> order(List<UUID> order, SignedIn by) {
        var there = store.all().stream().map(Disposition::id).toList();
        if (order.size() != there.size() || !new HashSet<>(order).equals(new HashSet<>(there))) {
            throw new Invalid("ids", "incomplete");
        }
        store.order(order);
        order.stream().findFirst().ifPresent(it -> tell("ending.disposition-changed", it, by));
        return store.all();
    }

    /** Nobody chooses it any more; what it was chosen for keeps it. */
    @Transactional
    public void remove(UUID id, SignedIn by) {
        if (!store.remove(id, clock.instant())) {
            throw new NotFound();
        }
        tell("ending.disposition-removed", id, by);
    }

    private static String checked(String name) {
        var words = name.strip();
        if (words.isEmpty() || words.length() > Limit.DISPOSITION_CHARACTERS.value()) {
            throw new Invalid("name", "out-of-range");
        }
        return words;
    }

    private static void named(Runnable change) {
        try {
            change.run();
        } catch (DuplicateKeyException taken) {
            throw new Refusals.DispositionNameTaken();
        }
    }

    private void tell(String kind, UUID disposition, SignedIn by) {
        journal.append(Fact.of(kind, disposition).by(by.user().value()));
    }
}
