package io.moked.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The priorities of conversations, for each of which something else may be promised. */
public enum Urgency {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Urgency of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
