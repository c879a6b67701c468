package io.moked.bench.proof;

/** Something that was promised and does not hold. */
public record Violation(Invariant invariant, String what) {

    public enum Invariant {
        /** Every message of an acknowledged webhook is there. */
        NOTHING_LOST,
        /** No message is there twice, and none that nobody wrote. */
        NOTHING_DOUBLED,
        /** A contact has at most one open conversation on a number. */
        ONE_OPEN,
        /** A sender's messages stand in the order in which they were written. */
        IN_ORDER,
        /** A status never goes back. */
        STATUS_RISES,
        /** A reply is sent once, or shown as what it is; a machine never repeats an unknown. */
        SENT_ONCE,
        /** What a user was told is done stays done. */
        NOTHING_FORGOTTEN,
        /** A contact's file is kept byte for byte with its message, or shown as failed. */
        FILES_KEPT
    }
}
