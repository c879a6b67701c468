package io.moked.rule.engine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** When a rule is looked at. */
public enum Trigger {
    /** A conversation is opened by what a contact wrote. */
    OPENING,
    /** A contact wrote something. */
    MESSAGE,
    /** A user added a label to a conversation. */
    LABEL,
    /** It has waited for an agent for so many minutes. */
    WAITING,
    /** An agent has it, and has left the contact without an answer for so many minutes. */
    UNANSWERED,
    /** It has been open for so many minutes. */
    OPEN;

    /** Whether it comes with time, and not with something that happens. */
    public boolean isTimed() {
        return compareTo(WAITING) >= 0;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Trigger of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
