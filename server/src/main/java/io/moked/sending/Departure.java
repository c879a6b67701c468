package io.moked.sending;

import io.moked.channel.OutboundMessage;
import java.time.Instant;

/** What is to be done with a message at the moment it would leave. */
public sealed interface Departure {

    /** It goes, as it is now. */
    record Go(OutboundMessage message) implements Departure {}

    /** It may go later, and is asked about again. */
    record NotBefore(Instant at) implements Departure {}

    /** It must not go any more. */
    record Never(String code) implements Departure {}
}
