package io.moked.simulator.world;

import static java.util.stream.Collectors.toMap;

import io.moked.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.JacksonException;

/** Keeps uploaded and received media in files, each with a second one that says what it is. */
public final class MediaStore {

    public static final Duration UPLOADED = Duration.ofDays(30);
    public static final Duration RECEIVED = Duration.ofDays(7);

    private static final long MOST_BYTES = 512L << 20;
    private static final String ABOUT = ".json";

    private final Path folder;
    private final Map<String, Media> media;
    private final WorldClock clock;

    public MediaStore(DataFolder data, WorldClock clock) throws IOException {
        this.clock = clock;
        folder = data.media();
        media = new ConcurrentHashMap<>(earlier());
        makeRoom();
    }

    /** What an earlier life kept; what it did not finish goes. */
    private Map<String, Media> earlier() throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            Map<String, Media> kept =
                    all.stream()
                            .filter(file -> file.toString().endsWith(ABOUT))
                            .flatMap(file -> read(file).stream())
                            .collect(toMap(Media::id, one -> one));
            all.stream()
                    .filter(file -> !kept.containsKey(idOf(file)))
                    .forEach(file -> file.toFile().delete());
            return kept;
        }
    }

    private static String idOf(Path file) {
        return file.getFileName().toString().replace(ABOUT, "");
    }

    private static Optional<Media> read(Path about) {
        try {
            return Optional.of(Json.MAPPER.readValue(about.toFile(), Media.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    public Media keep(InputStream content, String mimeType, String name, Duration life)
            throws IOException {
        String id =
                Long.toString(
                        ThreadLocalRandom.current()
                                .nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L));
        MessageDigest digest = sha256();
        Path file = folder.resolve(id);
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            content.transferTo(out);
        }
        String sha256 = Base64.getEncoder().encodeToString(digest.digest());
        Instant expires = clock.now().plus(life);
        var kept = new Media(id, mimeType, name, sha256, Files.size(file), expires);
        describe(kept);
        media.put(id, kept);
        makeRoom();
        return kept;
    }

    private void describe(Media kept) throws IOException {
        Path unfinished = folder.resolve(kept.id() + ".new");
        Files.write(unfinished, Json.bytes(kept));
        Files.move(unfinished, about(kept), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Drops what has expired, and what expires first while there is too much. */
    private synchronized void makeRoom() {
        media.values().stream()
                .filter(one -> one.expires().isBefore(clock.now()))
                .forEach(this::remove);
        long bytes = media.values().stream().mapToLong(Media::size).sum();
        for (Media one :
                media.values().stream().sorted(Comparator.comparing(Media::expires)).toList()) {
            if (bytes <= MOST_BYTES) {
                return;
            }
            bytes -= one.size();
            remove(one);
        }
    }

    public Optional<Media> find(String id) {
        return Optional.ofNullable(media.get(id)).filter(one -> one.expires().isAfter(clock.now()));
    }

    /** What keeps phones from playing a file, if anything does. */
    public Optional<String> fault(Media one, String type, boolean voice) {
        String mimeType = one.mimeType();
        boolean plays =
                MediaType.of(mimeType).filter(known -> known.plays(mimeType, type)).isPresent();
        if (!plays || voice && !mimeType.startsWith("audio/ogg")) {
            return Optional.of("Unsupported " + type + " mime type " + mimeType + ".");
        }
        return isOpusIn(one, "audio/mp4")
                ? Optional.of("The content of the file is not of the type " + mimeType + ".")
                : Optional.empty();
    }

    /** Browsers record Opus and name it whatever they were asked for. */
    private boolean isOpusIn(Media one, String mimeType) {
        if (!one.mimeType().startsWith(mimeType)) {
            return false;
        }
        try (InputStream content = Files.newInputStream(file(one))) {
            return new String(content.readNBytes(4), StandardCharsets.ISO_8859_1).equals("OggS");
        } catch (IOException e) {
            return false;
        }
    }

    public Path file(Media one) {
        return folder.resolve(one.id());
    }

    private Path about(Media one) {
        return folder.resolve(one.id() + ABOUT);
    }

    public void remove(Media gone) {
        media.remove(gone.id());
        about(gone).toFile().delete();
        file(gone).toFile().delete();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
