package io.moked.factor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Finds what people reach for first: common words, however spelled, sequences, keyboard rows,
 * years.
 */
@Component
class CommonWords {

    private static final int SHORTEST_RUN = 3;
    private static final int SHORTEST_ROW = 4;
    private static final int YEAR = 4;

    /** Characters that stand for letters, and those letters at the same places. */
    private static final String SIGNS = "@4831!|05$7+2";

    private static final String LETTERS = "aabeiiiossttz";

    private final List<String> words = read("factor/common-words.txt");
    private final List<String> rows =
            read("factor/keyboard-rows.txt").stream()
                    .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
                    .toList();

    private static List<String> read(String resource) {
        try {
            return new ClassPathResource(resource)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** How long the longest such piece is that begins here; 0 where none does. */
    int lengthAt(String text, int at, Set<String> near) {
        int word =
                Stream.concat(words.stream(), near.stream())
                        .filter(it -> isAt(it, text, at))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
        int run = Math.max(run(text, at, 0), Math.max(run(text, at, 1), run(text, at, -1)));
        return Math.max(Math.max(word, run), Math.max(row(text, at), year(text, at)));
    }

    private static boolean isAt(String word, String text, int at) {
        if (word.length() < SHORTEST_RUN || at + word.length() > text.length()) {
            return false;
        }
        for (int n = 0; n < word.length(); n++) {
            char said = text.charAt(at + n);
            int sign = SIGNS.indexOf(said);
            char meant = sign < 0 ? said : LETTERS.charAt(sign);
            if (said != word.charAt(n) && meant != word.charAt(n)) {
                return false;
            }
        }
        return true;
    }

    /** The same character again and again, or one after the other. */
    private static int run(String text, int at, int step) {
        int length = 1;
        while (at + length < text.length()
                && text.charAt(at + length) - text.charAt(at + length - 1) == step) {
            length++;
        }
        return length < SHORTEST_RUN ? 0 : length;
    }

    private int row(String text, int at) {
        int length = 0;
        while (at + SHORTEST_ROW + length <= text.length() && isInRow(text, at, length)) {
            length++;
        }
        return length == 0 ? 0 : SHORTEST_ROW + length - 1;
    }

    private boolean isInRow(String text, int at, int more) {
        var part = text.substring(at, at + SHORTEST_ROW + more);
        return rows.stream().anyMatch(row -> row.contains(part));
    }

    private static int year(String text, int at) {
        return text.regionMatches(at, "19", 0, 2) || text.regionMatches(at, "20", 0, 2)
                ? digits(text, at)
                : 0;
    }

    private static int digits(String text, int at) {
        if (at + YEAR > text.length()) {
            return 0;
        }
        boolean all = text.substring(at, at + YEAR).chars().allMatch(Character::isDigit);
        return all ? YEAR : 0;
    }
}
