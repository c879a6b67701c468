package io.moked.journal;

import java.util.List;

/**
 * Hears the journal on every server from the moment it starts, and keeps nothing: for what lives in
 * memory only, such as open consoles and workers to be woken.
 */
public interface Listener {

    void hear(List<JournalEntry> entries);
}
