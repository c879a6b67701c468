package io.moked.sending;

import java.util.Optional;
import java.util.UUID;

/**
 * Where the messages of the outbox are kept, and how they fare is written down. Called in the
 * message's tenant; whoever is told how a send ended is told in the transaction that takes the
 * message out of the outbox.
 */
public interface OutgoingMessages {

    /** Makes a message ready, at the last moment. */
    Departure prepare(UUID message);

    /** What the network calls a message, if it is still there. */
    Optional<String> externalId(UUID message);

    /** The network did not take it yet; the outbox knows why and asks again. */
    void putOff(UUID message);

    /** The network took it, and calls it so. */
    void sent(UUID message, String externalId);

    /**
     * It was not sent, and will not be.
     *
     * @param reason the network's own words, or nothing
     */
    void failed(UUID message, String code, String reason);

    /**
     * Nobody knows whether it was sent.
     *
     * @return false where the network has told meanwhile that it was
     */
    boolean unconfirmed(UUID message);
}
