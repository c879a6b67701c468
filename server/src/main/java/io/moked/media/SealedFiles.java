package io.moked.media;

import io.moked.kernel.Limit;
import io.moked.media.MediaLibrary.Told;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files in the storage, each sealed with its tenant's key and bound to its own id. */
@Component
class SealedFiles {

    private final Vault vault;
    private final MediaStorage storage;
    private final Path arriving;

    SealedFiles(Vault vault, MediaStorage storage, @Value("${moked.data:.moked}") Path data) {
        this.vault = vault;
        this.storage = storage;
        this.arriving = data.resolve("media").resolve("arriving");
    }

    /**
     * Seals it beside its place and hands it over whole and for good: nobody ever sees half a file,
     * and none that is ready is lost.
     */
    long write(MediaId id, InputStream bytes, Told told) throws IOException {
        return write(placeOf(id), bytes, told);
    }

    /** Keeps the small picture of a file. */
    void writePreview(MediaId id, InputStream bytes) throws IOException {
        write(placeOf(id).preview(), bytes, Told.NOTHING);
    }

    private long write(Place place, InputStream bytes, Told told) throws IOException {
        LocalDirectory.makeRoom(arriving);
        var half = Files.createTempFile(arriving, null, null);
        try {
            var digested = new DigestInputStream(bytes, sha256());
            var written = copy(digested, half, place);
            check(told, written, digested.getMessageDigest().digest());
            storage.keep(place.name(), half);
            return written;
        } finally {
            Files.deleteIfExists(half);
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

    private long copy(InputStream bytes, Path file, Place place) throws IOException {
        long size = 0;
        try (var sealed = vault.sealing(Files.newOutputStream(file), place.bound())) {
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
        return storage.has(placeOf(id).name());
    }

    /** Its bytes; what is skipped is not opened either. */
    InputStream read(MediaId id) throws IOException {
        return read(placeOf(id));
    }

    InputStream readPreview(MediaId id) throws IOException {
        return read(placeOf(id).preview());
    }

    private InputStream read(Place place) throws IOException {
        var sealed = storage.read(place.name());
        try {
            return new Opened(vault.unsealing(sealed, place.bound()));
        } catch (IOException foreign) {
            sealed.close();
            throw foreign;
        }
    }

    /** The JDK's own stream asks before it skips for a size and a place that nobody knows yet. */
    private static final class Opened extends InputStream {

        private final SeekableByteChannel file;
        private long place;

        Opened(SeekableByteChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(into, offset, length));
            place += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = Math.max(0, count);
            place += skipped;
            file.position(place);
            return skipped;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /**
     * Where bytes lie.
     *
     * @param name in the storage
     * @param bound what they are sealed to, so that they open nowhere else
     */
    private record Place(String name, String bound) {

        Place preview() {
            return new Place(name + ".preview", bound + "/preview");
        }
    }

    private static Place placeOf(MediaId id) {
        var name = id.value().toString();
        var shelf = name.substring(name.length() - 2);
        return new Place(TenantScope.current().value() + "/" + shelf + "/" + name, "media/" + name);
    }
}
