package io.moked.graph;

import java.util.Set;

/**
 * Whoever reads what Meta tells by some webhook fields. Called in the tenant's scope and in a
 * transaction, for each tenant that has connected the number or a number of the account; once or
 * several times, in any order. What it throws on is kept as unread.
 */
public interface ChangeReader {

    Set<String> fields();

    void read(Change change);
}
