package io.moked.channel;

/** The way out to a network; each network room has one. */
public interface ChannelGateway {

    /**
     * Hands one message over, once, and says how that went. Never throws for what a network does.
     */
    SendOutcome send(OutboundMessage message);
}
