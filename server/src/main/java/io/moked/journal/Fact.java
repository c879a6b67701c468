package io.moked.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has just become true, to be appended. Takes ids, times, codes and enums and
 * nothing else: what people wrote, their names and numbers never enter the journal.
 *
 * @param kind what happened, one of {@link Kinds}
 * @param subject what it happened to
 * @param actor the user who did it; null when nobody did
 */
public record Fact(String kind, UUID subject, @Nullable UUID actor, Map<String, String> details) {

    private static final String CODE = "[a-z0-9-]{1,40}";

    public Fact {
        if (!Kinds.ALL.contains(kind)) {
            throw new IllegalArgumentException(kind + " is missing from the list of kinds");
        }
    }

    public static Fact of(String kind, UUID subject) {
        return new Fact(kind, subject, null, Map.of());
    }

    public Fact by(@Nullable UUID user) {
        return new Fact(kind, subject, user, details);
    }

    /** A null id is nothing to be told. */
    public Fact with(String name, @Nullable UUID id) {
        return id == null ? this : detailed(name, id.toString());
    }

    public Fact with(String name, Instant time) {
        return detailed(name, time.toString());
    }

    public Fact with(String name, Enum<?> value) {
        return detailed(name, value.name().toLowerCase(Locale.ROOT));
    }

    /** A word of ours, or a network's number for what happened; what is neither is not told. */
    public Fact withCode(String name, @Nullable String code) {
        return code == null || !code.matches(CODE) ? this : detailed(name, code);
    }

    private Fact detailed(String name, String value) {
        var more = new HashMap<>(details);
        more.put(name, value);
        return new Fact(kind, subject, actor, Map.copyOf(more));
    }
}
