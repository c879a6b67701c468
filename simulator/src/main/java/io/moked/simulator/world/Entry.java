package io.moked.simulator.world;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message in a chat; the content is Meta's message object with its type.
 *
 * @param told how far the business's app has heard that its message came
 * @param opaque what the business wants to hear back in each status
 */
public record Entry(
        String wamid,
        Side from,
        Instant at,
        Status status,
        Status told,
        ObjectNode content,
        Map<Side, String> reactions,
        @Nullable String opaque) {

    /** Who wrote. */
    public enum Side {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("business")
        BUSINESS
    }

    /** How far it came, in rising order. */
    public enum Status {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("sent")
        SENT,
        @JsonProperty("delivered")
        DELIVERED,
        @JsonProperty("read")
        READ,
        @JsonProperty("played")
        PLAYED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Entry of(
            String wamid, Side from, Instant at, ObjectNode content, @Nullable String opaque) {
        Status first = from == Side.CUSTOMER ? Status.SENT : Status.ACCEPTED;
        return new Entry(wamid, from, at, first, first, content, Map.of(), opaque);
    }

    public boolean arrived() {
        return from == Side.CUSTOMER || status.compareTo(Status.DELIVERED) >= 0;
    }

    Entry with(Status status) {
        return new Entry(wamid, from, at, status, told, content, reactions, opaque);
    }

    Entry with(ObjectNode content) {
        return new Entry(wamid, from, at, status, told, content, reactions, opaque);
    }

    Entry heard(Status heard) {
        Status now = told.compareTo(heard) < 0 ? heard : told;
        return new Entry(wamid, from, at, status, now, content, reactions, opaque);
    }

    Entry with(Side side, String emoji) {
        Map<Side, String> now = new HashMap<>(reactions);
        if (emoji.isEmpty()) {
            now.remove(side);
        } else {
            now.put(side, emoji);
        }
        return new Entry(wamid, from, at, status, told, content, Map.copyOf(now), opaque);
    }
}
