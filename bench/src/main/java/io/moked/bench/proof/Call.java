package io.moked.bench.proof;

import java.time.Instant;

/** An operation from its beginning to what its caller learned of it. */
public record Call(Op op, Instant began, Outcome outcome, String result) {

    public enum Outcome {
        /** It was promised: an acknowledgement. */
        OK,
        /** It was declined: it has not happened and will not. */
        FAILED,
        /** Nobody answered: it may have happened, and may still. */
        UNKNOWN
    }

    boolean isOk() {
        return outcome == Outcome.OK;
    }

    boolean mayHaveHappened() {
        return outcome != Outcome.FAILED;
    }
}
