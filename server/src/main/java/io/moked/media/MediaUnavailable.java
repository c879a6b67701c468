package io.moked.media;

import io.moked.kernel.Refusal;

/** The disk that holds the files is not as it should be, which may pass. */
public final class MediaUnavailable extends Refusal {

    private MediaUnavailable(String code) {
        super(Kind.UNAVAILABLE, code);
    }

    /** The file is known, but its bytes cannot be seen from this server. */
    static MediaUnavailable notHere() {
        return new MediaUnavailable("media-not-here");
    }

    /** The bytes could not be written, and nothing of them was kept. */
    public static MediaUnavailable notKept() {
        return new MediaUnavailable("media-not-kept");
    }
}
