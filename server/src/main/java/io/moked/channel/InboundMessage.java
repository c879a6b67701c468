package io.moked.channel;

import java.time.Instant;

/**
 * A message from a contact.
 *
 * @param externalId the network's id; the same message delivered twice has the same one
 * @param at when the network says it was written
 */
public record InboundMessage(
        ChannelId channel, String externalId, Sender sender, Content content, Instant at) {}
