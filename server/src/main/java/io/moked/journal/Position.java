package io.moked.journal;

import java.util.Optional;

/**
 * A place in the journal: entries are ordered by the transaction that wrote them, then by number.
 */
public record Position(long transaction, long number) implements Comparable<Position> {

    public static Optional<Position> parse(String text) {
        int dash = text.indexOf('-');
        try {
            return Optional.of(
                    new Position(
                            Long.parseLong(text.substring(0, Math.max(dash, 0))),
                            Long.parseLong(text.substring(dash + 1))));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(Position other) {
        int byTransaction = Long.compare(transaction, other.transaction);
        return byTransaction != 0 ? byTransaction : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return transaction + "-" + number;
    }
}
