package io.moked.media;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.media.preview.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param disguised whether its bytes are of another type than it was sent as
 * @param size bytes; null until the file is here
 * @param examined false while it is still to be looked into
 * @param preview null where there is none
 * @param sound null for all but voice notes
 */
public record Media(
        UUID id,
        State state,
        String mimeType,
        boolean disguised,
        @Nullable Long size,
        @Nullable String fileName,
        Scan scan,
        boolean examined,
        @Nullable Preview preview,
        @Nullable Sound sound) {

    /** The edges of the small picture. */
    public record Preview(int width, int height) {}

    /** How long, and how loud from bar to bar. */
    public record Sound(int millis, byte[] levels) {}

    /** Whether the bytes are here yet, and may be read. */
    public enum State {
        PENDING,
        /** Something stands in the way of it, and it is tried for further on. */
        LATE,
        /** Here, and to be looked through by a scanner before anybody reads it. */
        ARRIVED,
        READY,
        FAILED,
        INFECTED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is known of viruses in it. */
    public enum Scan {
        NOT_SCANNED,
        CLEAN,
        INFECTED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A file that is here. */
    static Media arrived(UUID id, FileType type, long size, @Nullable String fileName) {
        return new Media(
                id,
                State.READY,
                type.mimeType(),
                type.disguised(),
                size,
                fileName,
                Scan.NOT_SCANNED,
                kind(type, size).isEmpty(),
                null,
                null);
    }

    /** The same, in this state and to be looked into, whatever that is. */
    Media toBeScanned(State until) {
        return new Media(
                id, until, mimeType, disguised, size, fileName, scan, false, preview, sound);
    }

    private static Optional<Kind> kind(FileType type, long size) {
        return type.disguised() ? Optional.empty() : Kind.of(FileType.bare(type.mimeType()), size);
    }

    /** A file that nothing is known of. */
    public static Media unknown(UUID id) {
        return new Media(
                id,
                State.FAILED,
                "application/octet-stream",
                false,
                null,
                null,
                Scan.NOT_SCANNED,
                true,
                null,
                null);
    }

    /** Whether a browser may show it where it stands, which nothing that can carry a script may. */
    public boolean isShownInPlace() {
        return !disguised && FileType.shownInPlace(mimeType);
    }

    /** Zero until the file is here. */
    public long bytes() {
        return size == null ? 0 : size;
    }

    /** How to look into it, where that helps. */
    Optional<Kind> previewed() {
        return kind(new FileType(mimeType, disguised), bytes());
    }
}
