package io.moked.simulator.world;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message in a chat; the content is Meta's message object with its type.
 *
 * @param opaque what the business wants to hear back in each status
 */
public record Entry(
        String wamid,
        Side from,
        Instant at,
        Status status,
        ObjectNode content,
        Map<Side, String> reactions,
        @JsonIgnore @Nullable String opaque) {

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
        READ
    }

    static Entry of(
            String wamid, Side from, Instant at, ObjectNode content, @Nullable String opaque) {
        Status first = from == Side.CUSTOMER ? Status.SENT : Status.ACCEPTED;
        return new Entry(wamid, from, at, first, content, Map.of(), opaque);
    }

    boolean arrived() {
        return from == Side.CUSTOMER || status.compareTo(Status.DELIVERED) >= 0;
    }

    Entry with(Status status) {
        return new Entry(wamid, from, at, status, content, reactions, opaque);
    }

    Entry with(Side side, String emoji) {
        Map<Side, String> now = new HashMap<>(reactions);
        if (emoji.isEmpty()) {
            now.remove(side);
        } else {
            now.put(side, emoji);
        }
        return new Entry(wamid, from, at, status, content, Map.copyOf(now), opaque);
    }
}
