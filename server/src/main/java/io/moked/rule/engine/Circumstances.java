package io.moked.rule.engine;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a conversation that a rule can ask for.
 *
 * @param words what the contact wrote; empty where that was something without words
 * @param labels those of the conversation; where a label is what it is about, those just added
 * @param open the calendars that are open at this moment
 */
public record Circumstances(
        UUID channel,
        @Nullable UUID department,
        String words,
        Set<String> labels,
        Person contact,
        Priority priority,
        Instant at,
        Set<UUID> open) {

    /**
     * Who it is with.
     *
     * @param language two letters (ISO 639); null where nobody knows
     * @param country likewise (ISO 3166)
     * @param isNewcomer whether this is the first conversation with them
     */
    public record Person(
            Set<String> labels,
            @Nullable String language,
            @Nullable String country,
            boolean isNewcomer) {}
}
