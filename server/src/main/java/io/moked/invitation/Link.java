package io.moked.invitation;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.UserId;
import io.moked.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that was mailed, without its secret.
 *
 * @param email the address it is to prove; null where it proves none but the one they have
 */
public record Link(
        TenantId tenant,
        UUID id,
        UserId user,
        Kind kind,
        @Nullable String email,
        UUID letter,
        Instant madeAt,
        Instant expiresAt) {

    /** What it is good for. */
    public enum Kind {
        INVITATION(Duration.ofDays(7)),
        PASSWORD_RESET(Duration.ofHours(1)),
        ADDRESS_CHANGE(Duration.ofDays(3));

        private final Duration life;

        Kind(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
