package io.moked.hours;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with opening hours at a moment.
 *
 * @param until when they close; null where they are closed already, or never do
 * @param opens when they open again; null where they never will
 */
public record Standing(boolean open, @Nullable Instant until, @Nullable Instant opens) {

    static Standing of(Openings openings, Instant now) {
        if (openings == Openings.ALWAYS) {
            return new Standing(true, null, null);
        }
        boolean open = openings.isOpen(now);
        return new Standing(
                open,
                open ? openings.nextClosing(now).orElse(null) : null,
                openings.nextOpening(now).orElse(null));
    }
}
