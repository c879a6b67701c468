package io.moked.database;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.moked.kernel.Durable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * The directory a server keeps everything in: used by one server at a time, private to its user.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "moked.lock";
    private static final String NUMBER = "moked.pid";
    private static final String SECRETS = "secrets";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens the directory, making it if it is new, and keeps every other server out. */
    public static DataDirectory open(Path given) {
        var path = given.toAbsolutePath().normalize();
        try {
            if (Files.exists(path) && !Files.isDirectory(path)) {
                throw new DatabaseProblem(
                        path + " is a file: choose an empty or new data directory.");
            }
            if (!isFreeOrOurs(path)) {
                throw new DatabaseProblem(
                        path
                                + " holds files that are not Moked's: choose an empty or new data"
                                + " directory.");
            }
            makePrivate(path);
            return new DataDirectory(path, lock(path));
        } catch (IOException e) {
            throw Explanation.of(path, e);
        }
    }

    /** The directory while a server uses it, for somebody who looks in beside it. */
    static Optional<DataDirectory> inUse(Path given) {
        var path = given.toAbsolutePath().normalize();
        if (Files.notExists(path.resolve(LOCK))) {
            return Optional.empty();
        }
        try {
            var channel = FileChannel.open(path.resolve(LOCK), WRITE);
            if (channel.tryLock() == null) {
                return Optional.of(new DataDirectory(path, channel));
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw Explanation.of(path, e);
        }
    }

    /** It is missing, empty, or was Moked's before. */
    private static boolean isFreeOrOurs(Path path) throws IOException {
        if (Files.notExists(path)) {
            return true;
        }
        try (var entries = Files.list(path)) {
            var names = entries.map(entry -> entry.getFileName().toString()).toList();
            return names.isEmpty() || names.contains(LOCK) || names.contains(SECRETS);
        }
    }

    static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** The number stands in a file of its own: closing the locked one anywhere would unlock it. */
    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK), CREATE, WRITE);
        var number = path.resolve(NUMBER);
        if (channel.tryLock() == null) {
            channel.close();
            throw new DatabaseProblem(
                    "Another Moked (process %s) uses %s: stop it, or choose another data directory."
                            .formatted(Files.readString(number).strip(), path));
        }
        Files.writeString(number, ProcessHandle.current().pid() + "\n");
        return channel;
    }

    public Path path() {
        return path;
    }

    /** The secret of that name: made at random when first asked for, readable by our user alone. */
    public String secret(String name) {
        var secrets = path.resolve(SECRETS);
        var file = secrets.resolve(name);
        try {
            makePrivate(secrets);
            if (Files.notExists(file)) {
                Durable.writePrivate(file, random() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw Explanation.of(file, e);
        }
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Deletes everything but the programs of PostgreSQL, which must not be running. */
    void erase() {
        try (var entries = Files.list(path)) {
            for (var entry : entries.toList()) {
                if (!Set.of(LOCK, NUMBER, "postgres").contains(entry.getFileName().toString())) {
                    FileSystemUtils.deleteRecursively(entry);
                }
            }
            FileSystemUtils.deleteRecursively(path.resolve("postgres").resolve("data"));
        } catch (IOException e) {
            throw Explanation.of(path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw Explanation.of(path, e);
        }
    }
}
