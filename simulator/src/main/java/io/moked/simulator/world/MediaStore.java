package io.moked.simulator.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Keeps uploaded and received media in files that go with the simulator. */
public final class MediaStore {

    public static final Duration UPLOADED = Duration.ofDays(30);
    public static final Duration RECEIVED = Duration.ofDays(7);

    private final Path folder;
    private final Map<String, Media> media = new ConcurrentHashMap<>();

    public MediaStore() {
        try {
            folder = Files.createTempDirectory("moked-simulator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Media keep(InputStream content, String mimeType, String name, Duration life)
            throws IOException {
        String id =
                Long.toString(
                        ThreadLocalRandom.current()
                                .nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L));
        Path file = folder.resolve(id);
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.transferTo(out);
        }
        String sha256 = Base64.getEncoder().encodeToString(digest.digest());
        var kept =
                new Media(
                        id,
                        file,
                        mimeType,
                        name,
                        sha256,
                        Files.size(file),
                        Instant.now().plus(life));
        media.put(id, kept);
        return kept;
    }

    public Optional<Media> find(String id) {
        return Optional.ofNullable(media.get(id))
                .filter(one -> one.expires().isAfter(Instant.now()));
    }

    public void remove(Media gone) {
        media.remove(gone.id());
        gone.file().toFile().delete();
    }

    /** Removes every file. */
    public void close() {
        media.values().forEach(this::remove);
        folder.toFile().delete();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
