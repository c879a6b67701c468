package io.moked.sending;

import io.moked.channel.ChannelId;
import java.util.UUID;

/**
 * A message that is to be sent.
 *
 * @param message our id of it
 * @param recipient our id of the person; what one channel sends to one person keeps its order
 */
public record Parcel(UUID message, ChannelId channel, UUID recipient, Urgency urgency) {

    /** Who goes first where a number cannot send everything at once. */
    public enum Urgency {
        /** Somebody waits for it. */
        PROMPT,
        /** One of many that nobody waits for. */
        BULK
    }
}
