package io.moked.media;

import io.moked.kernel.Durable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in a directory, which servers of one database share. */
final class LocalDirectory implements MediaStorage {

    private final Path directory;

    LocalDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public void keep(String name, Path sealed) throws IOException {
        var file = directory.resolve(name);
        makeRoom(file.resolveSibling(""));
        Durable.move(sealed, file);
    }

    /** A directory is only kept once the one it stands in is. */
    static void makeRoom(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            var parent = directory.toAbsolutePath().resolveSibling("");
            makeRoom(parent);
            Files.createDirectories(directory);
            Durable.force(parent);
        }
    }

    @Override
    public boolean has(String name) {
        return Files.isReadable(directory.resolve(name));
    }

    @Override
    public SeekableByteChannel read(String name) throws IOException {
        return Files.newByteChannel(directory.resolve(name));
    }
}
