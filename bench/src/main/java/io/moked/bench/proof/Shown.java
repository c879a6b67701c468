package io.moked.bench.proof;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
            Kind kind,
            String id,
            String clientId,
            String text,
            String status,
            Instant at,
            @Nullable File file) {}

    /** A file of a message, and whether its bytes are there. */
    public record File(String id, String state) {}

    List<Item> only(Kind kind) {
        return items.stream().filter(item -> item.kind() == kind).toList();
    }
}
