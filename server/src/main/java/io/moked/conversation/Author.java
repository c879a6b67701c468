package io.moked.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.UserId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who said something. */
public record Author(Kind kind, @Nullable UUID id) {

    /** On which side of the conversation, and whether a person. */
    public enum Kind {
        CONTACT,
        AGENT,
        BOT,
        SYSTEM;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Author agent(UserId user) {
        return new Author(Kind.AGENT, user.value());
    }
}
