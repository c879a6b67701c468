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
        boolean examined,
        @Nullable Preview preview,
        @Nullable Sound sound) {

    /** The edges of the small picture. */
    public record Preview(int width, int height) {}

    /** How long, and how loud from bar to bar. */
    public record Sound(int millis, byte[] levels) {}

    /** Whether the bytes are here yet. */
    public enum State {
        PENDING,
        READY,
        FAILED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A file that is here, to be looked into if that helps. */
    static Media arrived(UUID id, FileType type, long size, @Nullable String fileName) {
        return new Media(
                id,
                State.READY,
                type.mimeType(),
                type.disguised(),
                size,
                fileName,
                kind(type, size).isEmpty(),
                null,
                null);
    }

    private static Optional<Kind> kind(FileType type, long size) {
        return type.disguised() ? Optional.empty() : Kind.of(FileType.bare(type.mimeType()), size);
    }

    /** A file that nothing is known of. */
    public static Media unknown(UUID id) {
        return new Media(
                id, State.FAILED, "application/octet-stream", false, null, null, true, null, null);
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
