package io.moked.media;

import io.moked.kernel.Durable;
import io.moked.kernel.Limit;
import io.moked.media.MediaLibrary.Told;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files on disk, each sealed with its tenant's key and bound to its own id. */
@Component
class SealedFiles {

    private final Vault vault;
    private final Path directory;
    private final Path arriving;

    SealedFiles(Vault vault, @Value("${moked.data:.moked}") Path data) {
        this.vault = vault;
        this.directory = data.resolve("media");
        this.arriving = directory.resolve("arriving");
    }

    /**
     * Writes to another place and moves it to its own whole and for good: nobody ever sees half a
     * file, and none that is ready is lost.
     */
    long write(MediaId id, InputStream bytes, Told told) throws IOException {
        var file = place(id);
        makeRoom(file.resolveSibling(""));
        makeRoom(arriving);
        var half = Files.createTempFile(arriving, null, null);
        try {
            var digested = new DigestInputStream(bytes, sha256());
            var written = copy(digested, half, id);
            check(told, written, digested.getMessageDigest().digest());
            Durable.move(half, file);
            return written;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** A directory is only kept once the one it stands in is. */
    private static void makeRoom(Path directory) throws IOException {
        if (Files.notExists(directory)) {
            var parent = directory.toAbsolutePath().resolveSibling("");
            makeRoom(parent);
            Files.createDirectories(directory);
            Durable.force(parent);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    private static void check(Told told, long size, byte[] digest) throws IOException {
        var sha256 = Base64.getEncoder().encodeToString(digest);
        if (told.size() != null && told.size() != size
                || told.sha256() != null && !told.sha256().equals(sha256)) {
            throw new IOException("The file is not the one that was announced");
        }
    }

    private long copy(InputStream bytes, Path file, MediaId id) throws IOException {
        long size = 0;
        try (var sealed = vault.sealing(Files.newOutputStream(file), boundTo(id))) {
            var buffer = new byte[64 * 1024];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                size += n;
                if (size > Limit.MEDIA_BYTES.value()) {
                    throw new MediaTooLarge();
                }
                sealed.write(buffer, 0, n);
            }
        }
        return size;
    }

    /** Removes files whose server stopped while they arrived. */
    int sweep(Instant before) {
        if (Files.notExists(arriving)) {
            return 0;
        }
        try (var files = Files.list(arriving)) {
            return (int)
                    files.filter(file -> isOlder(file, before)).filter(SealedFiles::remove).count();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isOlder(Path file, Instant time) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (IOException arrivedMeanwhile) {
            return false;
        }
    }

    private static boolean remove(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isHere(MediaId id) {
        return Files.isReadable(place(id));
    }

    InputStream read(MediaId id) throws IOException {
        return vault.unsealing(Files.newInputStream(place(id)), boundTo(id));
    }

    private Path place(MediaId id) {
        var name = id.value().toString();
        return directory
                .resolve(TenantScope.current().value().toString())
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }

    private static String boundTo(MediaId id) {
        return "media/" + id.value();
    }
}
