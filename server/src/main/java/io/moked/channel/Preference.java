package io.moked.channel;

import java.time.Instant;

/**
 * A contact tells the network whether they want marketing messages of the business.
 *
 * @param at when they said so; the last word counts
 */
public record Preference(ChannelId channel, Sender sender, boolean wantsMarketing, Instant at)
        implements FromContact {

    /** The network gives it none: the same word said again changes nothing. */
    @Override
    public String externalId() {
        return "preference-" + at.getEpochSecond();
    }

    /** Pressing a button is not writing. */
    @Override
    public boolean isWritten() {
        return false;
    }
}
