package io.moked.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that outlive the machine's falling over. */
public final class Durable {

    private Durable() {}

    /** Puts a file's bytes, or a directory's entries, on the disk. */
    public static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Moves a file that was written beside its place there: whole, or not at all. */
    public static void move(Path written, Path place) throws IOException {
        force(written);
        Files.move(
                written,
                place,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
        force(place.toAbsolutePath().resolveSibling(""));
    }

    /** Writes a file that its owner alone may read. */
    public static void writePrivate(Path place, String text) throws IOException {
        var written = Files.createTempFile(place.toAbsolutePath().resolveSibling(""), ".", null);
        try {
            Files.writeString(written, text);
            move(written, place);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
