package io.moked.media;

import io.moked.kernel.Refusal;

/** WhatsApp takes no files of this type. */
public final class MediaNotSendable extends Refusal {

    public MediaNotSendable() {
        super(Kind.WRONG_TYPE, "media-not-sendable");
    }
}
