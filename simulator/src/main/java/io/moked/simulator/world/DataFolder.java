package io.moked.simulator.world;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where chats and files outlive the simulator; a temporary one goes with it and keeps no chats. */
public final class DataFolder implements AutoCloseable {

    private static final int LATECOMERS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final String LINES = ".jsonl";

    private final Path path;
    private final Optional<FileChannel> lock;

    private DataFolder(Path path, Optional<FileChannel> lock) {
        this.path = path;
        this.lock = lock;
    }

    public static DataFolder temporary() throws IOException {
        return new DataFolder(Files.createTempDirectory("moked-simulator"), Optional.empty());
    }

    public static DataFolder at(Path path) throws IOException {
        Files.createDirectories(path.resolve("chats"), PRIVATE);
        return new DataFolder(path, Optional.of(lock(path)));
    }

    /** Waits for a simulator that is on its way out. */
    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve("simulator.lock"), CREATE, WRITE);
        Instant end = Instant.now().plus(PATIENCE);
        try {
            while (channel.tryLock() == null) {
                if (Instant.now().isAfter(end)) {
                    throw new IOException("Another simulator uses " + path);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return channel;
    }

    /** Which chat a file holds. */
    record Name(String waId, String phoneNumberId) {

        private static Name of(Path file) {
            String name = file.getFileName().toString().replace(LINES, "");
            String[] parts = name.split("@", 2);
            return new Name(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
        }

        private String file() {
            return URLEncoder.encode(waId, UTF_8)
                    + "@"
                    + URLEncoder.encode(phoneNumberId, UTF_8)
                    + LINES;
        }
    }

    ChatFile chat(Name name) {
        return new ChatFile(lock.map(lasting -> path.resolve("chats").resolve(name.file())));
    }

    List<Name> chats() {
        if (lock.isEmpty()) {
            return List.of();
        }
        try (var files = Files.list(path.resolve("chats"))) {
            return files.filter(file -> file.toString().endsWith(LINES)).map(Name::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path media() throws IOException {
        return Files.createDirectories(path.resolve("media"));
    }

    @Override
    public void close() throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
            return;
        }
        for (int tries = LATECOMERS; !delete() && tries > 0; tries--) {
            continue;
        }
    }

    /** Whether all of it is gone; a file that was being written comes between. */
    private boolean delete() throws IOException {
        try (var all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
            return true;
        } catch (DirectoryNotEmptyException | UncheckedIOException late) {
            return false;
        }
    }
}
