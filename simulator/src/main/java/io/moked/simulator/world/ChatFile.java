package io.moked.simulator.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.moked.simulator.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** A chat on disk, if it is kept: a line for each change, the last line of an entry holds. */
final class ChatFile {

    private static final System.Logger LOG = System.getLogger(ChatFile.class.getName());
    private static final int MOST_LINES = 2000;

    private final Optional<Path> path;
    private int lines;

    ChatFile(Optional<Path> path) {
        this.path = path;
    }

    /** What an earlier life left; a line it did not finish is as if it had never been begun. */
    Collection<Entry> read() {
        if (path.filter(Files::exists).isEmpty()) {
            return List.of();
        }
        try {
            Map<String, Entry> entries = new LinkedHashMap<>();
            List<String> all = new String(Files.readAllBytes(path.get()), UTF_8).lines().toList();
            for (String line : all) {
                parse(line).ifPresent(entry -> entries.put(entry.wamid(), entry));
            }
            lines = all.size();
            if (lines > entries.size()) {
                rewrite(entries.values());
            }
            return entries.values();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Entry> parse(String line) {
        try {
            return Optional.of(Json.MAPPER.readValue(line, Entry.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Adds what is new about one entry; now and then the file begins anew with all there are. */
    void add(Entry changed, Collection<Entry> all) {
        if (++lines > MOST_LINES) {
            rewrite(all);
            return;
        }
        path.ifPresent(file -> {
            try {
                Files.writeString(file, text(List.of(changed)), CREATE, APPEND);
            } catch (IOException e) {
                givenUp(e);
            }
        });
    }

    /** Whole or not at all; there is no file of an empty chat. */
    void rewrite(Collection<Entry> all) {
        lines = all.size();
        path.ifPresent(file -> {
            try {
                if (all.isEmpty()) {
                    Files.deleteIfExists(file);
                } else {
                    replace(file, text(all).getBytes(UTF_8));
                }
            } catch (IOException e) {
                givenUp(e);
            }
        });
    }

    private static String text(Collection<Entry> entries) {
        return entries.stream()
                .map(entry -> Json.MAPPER.writeValueAsString(entry) + "\n")
                .collect(Collectors.joining());
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try (var out = FileChannel.open(unfinished, CREATE, TRUNCATE_EXISTING, WRITE)) {
            for (var left = ByteBuffer.wrap(content); left.hasRemaining(); ) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The play goes on in memory; the next change tries to write everything. */
    private void givenUp(IOException reason) {
        LOG.log(Level.ERROR, "A chat could not be kept", reason);
        lines = MOST_LINES;
    }
}
