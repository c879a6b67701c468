package io.moked.canned;

import io.moked.journal.Fact;
import io.moked.journal.Witness;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a department kept is the whole business's when it is no more, so that nothing is lost. */
@Component
class Heritage implements Witness {

    private final CannedStore store;

    Heritage(CannedStore store) {
        this.store = store;
    }

    @Override
    public void see(List<Fact> facts) {
        facts.stream()
                .filter(it -> it.kind().equals("routing.department-removed"))
                .forEach(it -> store.leaveToBusiness(it.subject()));
    }
}
