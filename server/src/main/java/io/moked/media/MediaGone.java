package io.moked.media;

import io.moked.kernel.Refusal;

/** WhatsApp keeps files for a week; this one is not to be had any more. */
public final class MediaGone extends Refusal {

    MediaGone() {
        super(Kind.CONFLICT, "media-gone");
    }
}
