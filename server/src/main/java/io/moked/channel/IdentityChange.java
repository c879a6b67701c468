package io.moked.channel;

import java.time.Instant;
import java.util.Locale;

/**
 * A network tells that a contact is known to it in another way from now on: {@link Sender#formerly}
 * says how until now, where that changed.
 *
 * @param what what the contact did
 */
public record IdentityChange(
        ChannelId channel, String externalId, Sender sender, What what, Instant at)
        implements FromContact {

    /** The network tells it by itself. */
    @Override
    public boolean isWritten() {
        return false;
    }

    /** What a contact can do to be known in another way. */
    public enum What {
        /** They have another phone number, or another id at the network. */
        NUMBER_CHANGED,
        /** Their keys are new: another device, or another person with it. */
        DEVICE_CHANGED;

        /** As a thread's event is called. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
