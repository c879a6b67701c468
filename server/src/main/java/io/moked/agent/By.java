package io.moked.agent;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** By whose hand an agent stands as they do. */
public enum By {
    ONESELF,
    MANAGER,
    /** Nobody decided it: their console had gone, or they were let in no more. */
    SERVER;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static By of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
