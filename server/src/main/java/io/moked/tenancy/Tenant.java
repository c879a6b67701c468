package io.moked.tenancy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/** A business, or the platform itself, whose users are its operators. */
public record Tenant(
        TenantId id,
        String name,
        String language,
        Kind kind,
        State state,
        Instant stateSince,
        Instant createdAt) {

    /** What a tenant is for. */
    public enum Kind {
        BUSINESS,
        PLATFORM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How its subscription stands. */
    public enum State {
        ACTIVE,
        /** Nobody comes in for it; what contacts write is kept for when it comes back. */
        SUSPENDED,
        /** Nobody comes in, and nothing more is taken; its rows wait for their deletion. */
        ENDED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
