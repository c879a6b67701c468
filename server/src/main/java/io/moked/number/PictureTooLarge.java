package io.moked.number;

import io.moked.kernel.Refusal;

/** A picture of a profile has more bytes than Meta takes. */
public final class PictureTooLarge extends Refusal {

    public PictureTooLarge() {
        super(Kind.TOO_LARGE, "picture-too-large");
    }
}
