package io.moked.channel;

import java.util.UUID;

/**
 * A message of ours on its way out.
 *
 * @param reference our id of it, which the network gives back with its receipts
 * @param recipient the address the contact last wrote from
 */
public record OutboundMessage(
        UUID reference, ChannelId channel, Recipient recipient, Content content) {}
