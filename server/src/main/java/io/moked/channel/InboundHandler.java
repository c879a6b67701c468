package io.moked.channel;

import java.util.List;

/** The way in from a network; the whole server has one. */
public interface InboundHandler {

    /**
     * Takes what a network delivered for the tenant in scope, each sender's messages in order. All
     * of it becomes true together, or none; taking the same again changes nothing.
     */
    void receive(List<InboundMessage> messages, List<DeliveryReceipt> receipts);
}
