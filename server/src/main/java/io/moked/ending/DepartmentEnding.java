package io.moked.ending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How conversations of a department end.
 *
 * @param requiresDisposition whether whoever ends one has to say why
 * @param wrapUp how long an agent keeps the room of a conversation after its end
 * @param nudgeAfter after which silence of the contact they are asked whether there is anything
 *     else; null for never
 * @param resolveAfter after which silence of theirs it ends; null for never
 * @param returnAfter after which silence of its agent it goes back into the line; null for never
 */
public record DepartmentEnding(
        boolean requiresDisposition,
        Duration wrapUp,
        @Nullable Duration nudgeAfter,
        Words nudge,
        @Nullable Duration resolveAfter,
        Words farewell,
        @Nullable Duration returnAfter) {

    /** The same in both languages; null where there is nothing in one. */
    public record Words(@Nullable String english, @Nullable String hebrew) {

        static final Words NONE = new Words(null, null);

        /** In a contact's language as far as there is any; null where nothing is to be said. */
        @Nullable String in(@Nullable String language) {
            boolean isHebrew = language != null && language.matches("(he|iw)([-_].*)?");
            var first = isHebrew ? hebrew : english;
            return first != null ? first : isHebrew ? english : hebrew;
        }
    }

    /** Of departments about which nobody has said anything. */
    static final DepartmentEnding USUAL =
            new DepartmentEnding(false, Duration.ZERO, null, Words.NONE, null, Words.NONE, null);
}
