package io.moked.audit;

import io.moked.access.SignedIn;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes who took the log along. */
@Component
public class Exports {

    private final Journal journal;

    Exports(Journal journal) {
        this.journal = journal;
    }

    @Transactional
    public void note(SignedIn by) {
        journal.append(Fact.of("audit.exported", by.tenant().value()).by(by.user().value()));
    }
}
