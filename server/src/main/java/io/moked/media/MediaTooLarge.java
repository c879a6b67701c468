package io.moked.media;

import io.moked.kernel.Refusal;

/** The file has more bytes than its kind may have. */
public final class MediaTooLarge extends Refusal {

    public MediaTooLarge() {
        super(Kind.TOO_LARGE, "media-too-large");
    }
}
