package io.moked.contactlist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file with contacts.
 *
 * @param rows lines with anything in them
 * @param columns cells of the longest line
 * @param plan what its columns mean; a guess until somebody has confirmed it
 */
public record ContactList(
        UUID id,
        String fileName,
        String encoding,
        String separator,
        int rows,
        int columns,
        Plan plan,
        State state,
        UUID by,
        Instant readAt,
        @Nullable Instant startedAt,
        @Nullable UUID startedBy,
        @Nullable Instant endedAt) {

    /** How far a list has come. */
    public enum State {
        READ,
        /** Every line has been looked at by a plan. */
        CHECKED,
        RUNNING,
        DONE,
        /** Somebody stopped it; what had been taken in stays. */
        STOPPED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean isOpen() {
            return this == READ || this == CHECKED;
        }
    }

    /** What a line is found to be before it is taken in. */
    public enum Verdict {
        NEW,
        KNOWN,
        REPEATED,
        BAD;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Verdict of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Lines by what they are, and by what has become of them.
     *
     * @param failed lines that looked well, and could not be taken in
     */
    public record ListCounts(
            int fresh, int known, int repeated, int bad, int added, int changed, int failed) {

        public static final ListCounts NONE = new ListCounts(0, 0, 0, 0, 0, 0, 0);
    }

    /** A line of the file, and what is known of it. */
    public record Line(
            int number,
            List<String> cells,
            @Nullable Verdict verdict,
            @Nullable Problem problem,
            @Nullable String phone) {}
}
