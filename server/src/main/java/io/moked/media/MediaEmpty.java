package io.moked.media;

import io.moked.kernel.Refusal;

/** There is nothing in the file. */
public final class MediaEmpty extends Refusal {

    public MediaEmpty() {
        super(Kind.INVALID, "media-empty");
    }
}
