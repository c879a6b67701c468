package io.moked.search;

import io.moked.journal.Journal;
import org.springframework.stereotype.Component;

/** How much was written that is not found yet. */
@Component
public class SearchLag {

    private static final int COUNTED = 100_000;

    private final Journal journal;
    private final EntryStore store;

    SearchLag(Journal journal, EntryStore store) {
        this.journal = journal;
        this.store = store;
    }

    /** Entries of the journal that may tell of it, counted up to a hundred thousand. */
    public int entries() {
        return journal.behind(EntryFollower.NAME, COUNTED);
    }

    /** Businesses whose older messages are still being read. */
    public int businesses() {
        return store.unfinished();
    }
}
