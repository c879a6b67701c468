package io.moked.bench.proof;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A conversation as the product shows it, its thread from the oldest item to the newest. */
public record Shown(
        String number,
        String id,
        String phone,
        boolean resolved,
        String assignee,
        Set<String> labels,
        List<Item> items) {

    public enum Kind {
        INBOUND,
        OUTBOUND,
        NOTE,
        EVENT
    }

    /** What does not apply is empty. */
    public record Item(
            Kind kind, String id, String clientId, String text, String status, Instant at) {}

    List<Item> only(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }
}
