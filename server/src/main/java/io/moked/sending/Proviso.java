package io.moked.sending;

import java.util.Optional;
import java.util.UUID;

/**
 * What else decides whether one of many messages may leave, known to the room that has them sent.
 * Called in the message's tenant, at the last moment.
 */
public interface Proviso {

    /** What is to be done instead of sending it now; empty where it may go. */
    Optional<Departure> against(UUID message);

    /**
     * The network did not take it, and may later. Called in the transaction that puts it back,
     * before anything else of it.
     *
     * @param code the network's word of why
     */
    void putOff(UUID message, String code);
}
