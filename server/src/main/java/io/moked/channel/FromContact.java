package io.moked.channel;

import java.time.Instant;

/** What a network delivers from a contact. */
public sealed interface FromContact permits InboundMessage, Afterword, IdentityChange, Preference {

    ChannelId channel();

    /** The network's id; the same thing delivered twice has the same one. */
    String externalId();

    Sender sender();

    /** When the network says it was written. */
    Instant at();
}
