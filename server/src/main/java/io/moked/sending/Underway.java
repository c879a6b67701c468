package io.moked.sending;

import java.time.Instant;

/** How a message stands that the outbox has already tried to send. */
public sealed interface Underway {

    /** It is on the wire. */
    record Leaving() implements Underway {}

    /**
     * The network did not take it yet.
     *
     * @param code what it said, as in a failure
     * @param nextTryAt when it is asked again, at the earliest
     */
    record PutOff(String code, Instant nextTryAt) implements Underway {}
}
