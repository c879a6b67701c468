package io.moked.graph;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something that Meta tells of an account or a number, beside messages and their statuses.
 *
 * @param field which webhook field it came by
 * @param account of WhatsApp Business that it is about
 * @param number that it is about, by its phone_number_id, where it is about one
 * @param value as Meta wrote it
 * @param at when it became so: as Meta tells (its {@code entry.time}), or else when it came; Meta
 *     promises neither order nor that it comes once
 * @param receivedAt when it came
 */
public record Change(
        String field,
        String account,
        @Nullable String number,
        JsonNode value,
        Instant at,
        Instant receivedAt) {}
