package io.moked.bench.proof;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.bench.proof.Call.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What callers did and learned, written down line by line outside of the product: an invocation
 * before its first byte leaves, its outcome after its last byte came.
 */
public final class History implements AutoCloseable {

    private final BufferedWriter file;
    private long index;

    public History(Path file) throws IOException {
        this.file = Files.newBufferedWriter(file);
    }

    /** A line of the file: with an operation it begins a call, with an outcome it ends one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            long index,
            Instant at,
            long call,
            @Nullable Op op,
            @Nullable Outcome outcome,
            @Nullable String result) {}

    /** Returns the call's number. */
    public synchronized long begin(Op op) {
        write(new Line(index, Instant.now(), index, op, null, null));
        return index++;
    }

    public synchronized void end(long call, Outcome outcome, String result) {
        write(new Line(index++, Instant.now(), call, null, outcome, result));
    }

    /** Something that begins and ends at once. */
    public synchronized void note(Op op) {
        end(begin(op), Outcome.OK, "");
    }

    private void write(Line line) {
        try {
            file.write(JsonMapper.shared().writeValueAsString(line));
            file.newLine();
            file.flush();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }

    /** The calls in the order in which they began; one that has no end yet is unknown. */
    public static List<Call> read(Path file) throws IOException {
        var begun = new TreeMap<Long, Line>();
        var ended = new HashMap<Long, Line>();
        try (var lines = Files.lines(file)) {
            lines.map(text -> JsonMapper.shared().readValue(text, Line.class))
                    .forEach(line -> (line.op() == null ? ended : begun).put(line.call(), line));
        }
        var calls = new ArrayList<Call>();
        for (var line : begun.values()) {
            calls.add(call(line, ended.get(line.call())));
        }
        return calls;
    }

    private static Call call(Line begun, @Nullable Line ended) {
        var op = java.util.Objects.requireNonNull(begun.op());
        return ended == null || ended.outcome() == null
                ? new Call(op, begun.at(), Outcome.UNKNOWN, "")
                : new Call(op, begun.at(), ended.outcome(), String.valueOf(ended.result()));
    }
}
