package io.moked.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The part of a text that somebody looks for, in pieces.
 *
 * @param isCut whether the text goes on at its beginning, or its end
 */
public record Excerpt(List<Piece> pieces, boolean cutBefore, boolean cutAfter) {

    private static final int LONGEST = 240;
    private static final int BEFORE_THE_FIRST = 60;

    /** Words in a row that all answer, or all do not. */
    public record Piece(String text, boolean found) {}

    /** Of a whole text and those of its words that answer, around the first of them. */
    static Excerpt of(String text, List<Word> answering) {
        var inOrder = answering.stream().sorted(Comparator.comparingInt(Word::from)).toList();
        int first = inOrder.isEmpty() ? 0 : inOrder.getFirst().from();
        int from = text.length() <= LONGEST ? 0 : beginning(text, first - BEFORE_THE_FIRST, first);
        int to = Math.min(text.length(), from + LONGEST);
        if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
            to--;
        }
        var pieces = new ArrayList<Piece>();
        int at = from;
        for (var word : inOrder) {
            if (word.from() < at || word.to() > to) {
                continue;
            }
            add(pieces, text.substring(at, word.from()), false);
            add(pieces, text.substring(word.from(), word.to()), true);
            at = word.to();
        }
        add(pieces, text.substring(at, to), false);
        return new Excerpt(pieces, from > 0, to < text.length());
    }

    /** A word's, so that none is cut in two. */
    private static int beginning(String text, int wanted, int latest) {
        if (wanted <= 0) {
            return 0;
        }
        int at = wanted;
        while (at < latest && !Character.isWhitespace(text.charAt(at - 1))) {
            at++;
        }
        return at;
    }

    private static void add(List<Piece> pieces, String text, boolean found) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, found));
        }
    }
}
