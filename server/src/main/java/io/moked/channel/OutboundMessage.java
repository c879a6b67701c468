package io.moked.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of ours on its way out.
 *
 * @param reference our id of it, which the network gives back with its receipts
 * @param quotes the network's id of the message it answers, if it does so expressly
 * @param recipient the address the contact last wrote from
 */
public record OutboundMessage(
        UUID reference,
        ChannelId channel,
        Recipient recipient,
        Content content,
        @Nullable String quotes) {}
