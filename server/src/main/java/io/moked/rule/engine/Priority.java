package io.moked.rule.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How urgent a conversation is, in the words of whoever routes it. */
public enum Priority {
    URGENT,
    HIGH,
    NORMAL,
    LOW;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Priority of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
