package io.moked.broadcast.web;

import io.moked.contact.Criteria;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent, to whom and when.
 *
 * @param byLanguage whether each is written to in their language, where the template has it
 * @param values by the keys of the template's variables
 * @param criteria which contacts; left out where a segment is given
 * @param segmentId the contacts who are in it when the broadcast starts by its rules as they are
 *     now
 * @param startsAt left out for at once
 * @param timeZone of contacts whose own is not known, as IANA calls it
 * @param quiet when nobody is written to, by their own clock
 */
record NewBroadcast(
        @NotNull UUID clientId,
        @NotNull String name,
        @NotNull UUID channelId,
        @NotNull UUID templateId,
        @Nullable Boolean byLanguage,
        @Nullable Map<String, @NotNull @Valid SlotFilling> values,
        @Nullable Criteria criteria,
        @Nullable UUID segmentId,
        @Nullable Instant startsAt,
        @NotNull String timeZone,
        @Valid @Nullable Quiet quiet) {

    /**
     * What is put into a variable: a text, or what there is of each contact.
     *
     * @param field {@code name}, {@code first-name} or {@code phone}
     * @param otherwise for contacts who lack it; without it, they are left out
     */
    record SlotFilling(@Nullable String text, @Nullable String field, @Nullable String otherwise) {}

    /** From a time to another, such as {@code 21:00} to {@code 08:00}. */
    record Quiet(@NotNull String from, @NotNull String to) {}
}
