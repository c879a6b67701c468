package io.moked.factor;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody shows to prove who they are. */
public enum Factor {
    PASSWORD,
    ONE_TIME_CODE,
    RECOVERY_CODE,
    /** Held by a device and opened by its owner, so it counts for two. */
    PASSKEY;

    /** As it stands in the API. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
