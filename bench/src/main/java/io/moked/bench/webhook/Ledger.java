package io.moked.bench.webhook;

import java.util.BitSet;

/** Holds what was acknowledged against what was recorded: nothing lost, nothing twice. */
public final class Ledger {

    private final BitSet acknowledged = new BitSet();
    private final BitSet recorded = new BitSet();
    private long doubled;

    public synchronized void acknowledged(long number) {
        acknowledged.set(Math.toIntExact(number));
    }

    public synchronized void addAll(Ledger other) {
        acknowledged.or(other.acknowledged);
    }

    public synchronized void recorded(long number) {
        int at = Math.toIntExact(number);
        doubled += recorded.get(at) ? 1 : 0;
        recorded.set(at);
    }

    /** What the server promised to keep, and what became of it. */
    public record Verdict(long acknowledged, long lost, long doubled) {}

    public synchronized Verdict verdict() {
        var lost = (BitSet) acknowledged.clone();
        lost.andNot(recorded);
        return new Verdict(acknowledged.cardinality(), lost.cardinality(), doubled);
    }
}
