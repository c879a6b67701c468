package io.moked.operations;

import io.moked.access.SignedIn;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.whatsapp.DeadLetters;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators do with dead letters. The platform's journal has it before it is done. */
@Component
public class DeadLetterOffice {

    private final DeadLetters letters;
    private final Journal journal;
    private final TransactionTemplate transactions;

    DeadLetterOffice(DeadLetters letters, Journal journal, TransactionTemplate transactions) {
        this.letters = letters;
        this.journal = journal;
        this.transactions = transactions;
    }

    public void replay(UUID id, SignedIn by) {
        letters.replay(id, came -> tell("operations.dead-letter-replayed", id, came, by));
    }

    public void discard(UUID id, SignedIn by) {
        letters.discard(id, came -> tell("operations.dead-letter-discarded", id, came, by));
    }

    private void tell(String kind, UUID letter, Instant came, SignedIn by) {
        var fact = Fact.of(kind, letter).by(by.user().value()).with("receivedAt", came);
        transactions.executeWithoutResult(tx -> journal.append(fact));
    }
}
