package io.moked.journal;

import java.util.List;

/**
 * Sees facts in the transaction that makes them true, on behalf of the tenant in scope: for what
 * must never differ from them. Whoever has nothing to do with them must be quick to tell, and what
 * it throws undoes them.
 */
public interface Witness {

    void see(List<Fact> facts);
}
