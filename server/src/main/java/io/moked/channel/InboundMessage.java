package io.moked.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message from a contact.
 *
 * @param context what it refers to, if it does
 */
public record InboundMessage(
        ChannelId channel,
        String externalId,
        Sender sender,
        Content content,
        @Nullable Context context,
        Instant at)
        implements FromContact {

    public InboundMessage(
            ChannelId channel, String externalId, Sender sender, Content content, Instant at) {
        this(channel, externalId, sender, content, null, at);
    }
}
