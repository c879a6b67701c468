package io.moked.routing.engine;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who wait in a department, in their order. */
final class Line {

    private final TreeSet<Waiting> waiting = new TreeSet<>(Waiting.ORDER);

    void add(Waiting one) {
        waiting.add(one);
    }

    void remove(Waiting one) {
        waiting.remove(one);
    }

    int before(Waiting one) {
        return waiting.headSet(one).size();
    }

    Iterator<Waiting> inOrder() {
        return waiting.iterator();
    }

    /** Several lines as one, in order; whoever stands in more than one of them comes once. */
    static Iterator<Waiting> together(Stream<Line> lines) {
        var heads = new PriorityQueue<Head>();
        lines.map(it -> Head.of(it.waiting.iterator()))
                .filter(it -> it != null)
                .forEach(heads::add);
        return new Merged(heads);
    }

    private record Head(Waiting first, Iterator<Waiting> rest) implements Comparable<Head> {

        static @Nullable Head of(Iterator<Waiting> line) {
            return line.hasNext() ? new Head(line.next(), line) : null;
        }

        @Override
        public int compareTo(Head other) {
            return Waiting.ORDER.compare(first, other.first);
        }
    }

    private static final class Merged implements Iterator<Waiting> {

        private final PriorityQueue<Head> heads;
        private @Nullable Waiting last;

        Merged(PriorityQueue<Head> heads) {
            this.heads = heads;
        }

        @Override
        public boolean hasNext() {
            while (!heads.isEmpty()
                    && last != null
                    && heads.peek().first().id().equals(last.id())) {
                advance();
            }
            return !heads.isEmpty();
        }

        @Override
        public Waiting next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = heads.peek().first();
            advance();
            return last;
        }

        private void advance() {
            var next = Head.of(heads.remove().rest());
            if (next != null) {
                heads.add(next);
            }
        }
    }
}
