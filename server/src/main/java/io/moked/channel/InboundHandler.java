package io.moked.channel;

/** The way in from a network; the whole server has one. */
public interface InboundHandler {

    /**
     * Takes what a network delivered for the tenant in scope. All of it becomes true together, or
     * none; taking the same again changes nothing.
     */
    void receive(Inbound inbound);
}
