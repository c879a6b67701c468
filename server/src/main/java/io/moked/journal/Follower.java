package io.moked.journal;

import java.util.List;

/**
 * Reads the journal of all tenants in order. Its effect is exactly once as long as it writes
 * through {@link io.moked.database.WorkerDatabase}: the work of {@link #follow} and the cursor
 * share one transaction, and one server at a time does it.
 */
public interface Follower {

    /** Names the cursor; a follower that changes its name starts at the beginning again. */
    String name();

    /** Takes entries in the order of the journal; throwing leaves the cursor where it was. */
    void follow(List<JournalEntry> entries);
}
