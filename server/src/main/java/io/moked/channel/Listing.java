package io.moked.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the address book on the business's phone calls somebody.
 *
 * @param name none where they do not stand in it any more
 * @param at when that was written into it; the last word counts
 */
public record Listing(ChannelId channel, Sender sender, @Nullable String name, Instant at)
        implements FromContact {

    /** The network gives it none: the same word said again changes nothing. */
    @Override
    public String externalId() {
        return "listing-" + at.getEpochSecond();
    }

    @Override
    public boolean isTheirs() {
        return false;
    }

    /** Who stands in an address book was perhaps never written to. */
    @Override
    public boolean isMeeting() {
        return false;
    }
}
