package io.moked.contactlist;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated values (RFC 4180) as programs write them: with commas, semicolons or tabs, with
 * quotes or without, and with blank lines in between.
 *
 * @param columns of the row that has most
 */
record ListFile(Encoding encoding, Separator separator, List<Line> lines, int columns) {

    private static final int SAMPLE_ROWS = 20;

    /** A row, and the line of the file where it begins. */
    record Line(int number, List<String> cells) {}

    /** What stands between two cells. */
    enum Separator {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t');

        private final char character;

        Separator(char character) {
            this.character = character;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Separator of(String word) {
            return Stream.of(values())
                    .filter(it -> it.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Invalid("separator", "unknown-value"));
        }
    }

    /** As it is said to be written, or else as it looks. */
    static ListFile read(byte[] file, @Nullable String encoding, @Nullable String separator) {
        var letters =
                encoding == null || encoding.isEmpty()
                        ? Encoding.guess(file)
                        : Encoding.of(encoding)
                                .orElseThrow(() -> new Invalid("encoding", "unknown-value"));
        var text = letters.decode(file);
        var between =
                separator == null || separator.isEmpty() ? guess(text) : Separator.of(separator);
        var lines = lines(text, between, Limit.LIST_ROWS.value());
        if (lines.isEmpty()) {
            throw new Refusals.ListEmpty();
        }
        int columns = lines.stream().mapToInt(it -> it.cells().size()).max().orElse(0);
        return new ListFile(letters, between, lines, columns);
    }

    /** The one that gives most of the first rows the same number of cells, and more than one. */
    private static Separator guess(String text) {
        var best = Separator.COMMA;
        long most = 0;
        for (var candidate : Separator.values()) {
            var sizes = sample(text, candidate).stream().map(it -> it.cells().size()).toList();
            int usual = sizes.isEmpty() ? 0 : sizes.getFirst();
            long alike = usual < 2 ? 0 : sizes.stream().filter(it -> it == usual).count();
            if (alike > most) {
                best = candidate;
                most = alike;
            }
        }
        return best;
    }

    private static List<Line> sample(String text, Separator separator) {
        var sample = new ArrayList<Line>();
        try (var parser = parser(text, separator)) {
            var rows = parser.iterator();
            while (sample.size() < SAMPLE_ROWS && rows.hasNext()) {
                sample.add(new Line(0, cells(rows.next())));
            }
        } catch (IOException | RuntimeException not) {
            return List.of();
        }
        return sample;
    }

    private static List<Line> lines(String text, Separator separator, int most) {
        var lines = new ArrayList<Line>();
        try (var parser = parser(text, separator)) {
            long before = 0;
            for (var row : parser) {
                var cells = cells(row);
                if (cells.stream().anyMatch(it -> !it.isEmpty())) {
                    lines.add(new Line(Math.toIntExact(before + 1), List.copyOf(cells)));
                }
                before = parser.getCurrentLineNumber();
                if (lines.size() > most) {
                    throw new Refusals.ListTooLong();
                }
            }
            return lines;
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new Refusals.ListBreaksOff(lines.isEmpty() ? 1 : lines.getLast().number() + 1);
        }
    }

    /** Nothing is kept of a file with more than there can be. */
    private static List<String> cells(CSVRecord row) {
        if (row.size() > Limit.LIST_COLUMNS.value()) {
            throw new Refusals.ListNotReadable();
        }
        return row.stream().map(String::strip).toList();
    }

    private static CSVParser parser(String text, Separator separator) throws IOException {
        var format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator.character)
                        .setIgnoreEmptyLines(false)
                        .setTrailingData(true)
                        .get();
        return CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get();
    }
}
