package io.moked.channel;

import java.time.Instant;

/** What a network delivers from a contact, or tells of one. */
public sealed interface FromContact
        permits InboundMessage, Overheard, Afterword, IdentityChange, Preference, Listing {

    ChannelId channel();

    /** The network's id; the same thing delivered twice has the same one. */
    String externalId();

    Sender sender();

    /** When the network says it was written. */
    Instant at();

    /** Whether the contact did it, and so was seen. */
    default boolean isTheirs() {
        return true;
    }

    /** Whether it shows that the contact wrote something. */
    default boolean isWritten() {
        return isTheirs();
    }

    /** Whether it shows that the contact and the business have to do with each other. */
    default boolean isMeeting() {
        return true;
    }
}
