package io.moked.channel;

import java.time.Duration;

/** How a network answered; failures are values, because they are normal. */
public sealed interface SendOutcome {

    /** The network took it and will tell how it goes on. */
    record Accepted(String externalId) implements SendOutcome {}

    /** The network will never take this message as it is. */
    record Refused(String code, String reason) implements SendOutcome {}

    /**
     * The network takes nothing from this number until somebody mends what is wrong with it; so it
     * did not take this message either.
     */
    record Halted(String code) implements SendOutcome {}

    /** The network certainly did not take it, and may do so later. */
    record Retryable(String code, Duration after) implements SendOutcome {}

    /**
     * Nobody knows whether the network took it; a receipt may tell. A machine never sends it again.
     */
    record Unknown() implements SendOutcome {}
}
