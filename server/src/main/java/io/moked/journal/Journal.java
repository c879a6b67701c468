package io.moked.journal;

import io.moked.kernel.Limit;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What happened, in order. */
@Component
public class Journal {

    private final JournalStore store;
    private final Bells bells;
    private final ObjectProvider<Witness> witnesses;
    private final Clock clock;

    Journal(JournalStore store, Bells bells, ObjectProvider<Witness> witnesses, Clock clock) {
        this.store = store;
        this.bells = bells;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    /** Appends in the transaction that makes the facts true, on behalf of the tenant in scope. */
    public void append(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A fact is appended by the transaction it comes from");
        }
        store.append(
                TenantScope.current(), facts.stream().map(Cause::on).toList(), clock.instant());
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        bells.ring();
                    }
                });
        witnesses.forEach(it -> it.see(facts));
    }

    public void append(Fact fact) {
        append(List.of(fact));
    }

    /**
     * What happened in the scope's tenant after a position. Empty where that can no longer be told:
     * the position is not of this journal, too much has happened since, or some of it is forgotten.
     */
    public Optional<List<JournalEntry>> since(Position position) {
        int most = Limit.REPLAYED_ENTRIES.value();
        if (position.compareTo(store.head()) > 0) {
            return Optional.empty();
        }
        var entries = store.ofTenantAfter(TenantScope.current(), position, most + 1);
        // Asked last, so that nothing is forgotten between the reading and the question.
        boolean isTold = entries.size() <= most && !store.isSwept(position);
        return isTold ? Optional.of(entries) : Optional.empty();
    }

    /** How many entries a follower has yet to read, counted no further than this. */
    public int behind(String follower, int most) {
        return store.behind(follower, most);
    }

    /** Everything up to here has been committed and can be read. */
    public Position head() {
        return store.head();
    }
}
