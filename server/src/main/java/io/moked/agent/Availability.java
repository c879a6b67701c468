package io.moked.agent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an agent takes conversations. */
public enum Availability {
    /** Is given what waits. */
    AVAILABLE,
    /** At work, with other things. */
    BUSY,
    BREAK,
    AWAY,
    OFFLINE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Availability of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
