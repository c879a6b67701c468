package io.moked.media;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file.
 *
 * @param disguised whether its bytes are of another type than it was sent as
 * @param size bytes; null until the file is here
 */
public record Media(
        UUID id,
        State state,
        String mimeType,
        boolean disguised,
        @Nullable Long size,
        @Nullable String fileName) {

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

    /** Whether a browser may show it where it stands, which nothing that can carry a script may. */
    @JsonIgnore
    public boolean isShownInPlace() {
        return !disguised && FileType.shownInPlace(mimeType);
    }
}
