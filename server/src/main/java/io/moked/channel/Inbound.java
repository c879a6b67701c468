package io.moked.channel;

import java.util.List;

/**
 * What a network delivered, each sender's part in its order.
 *
 * @param changes of contacts' identities; they hold for the rest
 */
public record Inbound(
        List<IdentityChange> changes,
        List<InboundMessage> messages,
        List<Afterword> afterwords,
        List<Preference> preferences,
        List<DeliveryReceipt> receipts) {

    public static Inbound of(InboundMessage... messages) {
        return new Inbound(List.of(), List.of(messages), List.of(), List.of(), List.of());
    }
}
