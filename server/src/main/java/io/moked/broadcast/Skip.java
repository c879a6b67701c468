package io.moked.broadcast;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why somebody who was chosen is not written to. */
public enum Skip {
    /** They want no marketing. */
    OPTED_OUT,
    /** No network knows them any more. */
    UNREACHABLE,
    /** They are the same person as another recipient. */
    MERGED,
    /** They lack what is to be put into a variable. */
    VALUE_MISSING,
    /** What is to be put into a variable does not fit. */
    VALUE_UNFIT,
    /** The contact is there no more. */
    GONE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
