package io.moked.channel;

import java.util.function.BooleanSupplier;

/** The way out to a network; each network room has one. */
public interface ChannelGateway {

    /**
     * Hands one message over, once, and says how that went. Never throws for what a network does.
     *
     * @param isOurs asked right before the message leaves: whoever was frozen for so long that
     *     others answer for it by now must not send it
     */
    SendOutcome send(OutboundMessage message, BooleanSupplier isOurs);

    /**
     * Lets a contact see that a message of theirs, and all before it, was read. Done twice, it is
     * done once, so an unknown outcome may be tried again.
     *
     * @param isWritten whether they also see, for a moment, that somebody writes
     */
    SendOutcome showRead(ChannelId channel, String externalId, boolean isWritten);
}
