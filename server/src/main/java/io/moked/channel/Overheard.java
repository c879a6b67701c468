package io.moked.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said on a number without us: in the app on the business's phone, between a contact and
 * the network's own assistant, or before the number was connected.
 *
 * @param sender whom it was said with
 * @param isPast said before the number was connected; then it lets nobody write
 */
public record Overheard(
        ChannelId channel,
        String externalId,
        Sender sender,
        By by,
        Content content,
        @Nullable Context context,
        boolean isPast,
        Instant at)
        implements FromContact {

    /** Who said it. */
    public enum By {
        CONTACT,
        /** Somebody of the business, in the network's app. */
        PHONE,
        /** The network's own machine, in the name of the business. */
        ASSISTANT
    }

    @Override
    public boolean isTheirs() {
        return by == By.CONTACT;
    }
}
