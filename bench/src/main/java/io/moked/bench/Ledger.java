package io.moked.bench;

import java.util.BitSet;

/** Holds what was acknowledged against what was recorded: nothing lost, nothing twice. */
final class Ledger {

    private final BitSet acknowledged = new BitSet();
    private final BitSet recorded = new BitSet();
    private long doubled;

    synchronized void acknowledged(long number) {
        acknowledged.set(Math.toIntExact(number));
    }

    synchronized void recorded(long number) {
        int at = Math.toIntExact(number);
        doubled += recorded.get(at) ? 1 : 0;
        recorded.set(at);
    }

    /** What the server promised to keep, and what became of it. */
    record Verdict(long acknowledged, long lost, long doubled) {}

    synchronized Verdict verdict() {
        var lost = (BitSet) acknowledged.clone();
        lost.andNot(recorded);
        return new Verdict(acknowledged.cardinality(), lost.cardinality(), doubled);
    }
}
