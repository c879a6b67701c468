package io.moked.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller shows with each request: the session of a person, or the token of a program.
 *
 * @param standing how far the session has come; null for programs, whose token is enough
 * @param provenAt when the person last showed a factor; null for programs
 * @param endsAt when it ends in any case
 */
public record Credential(
        UUID id, @Nullable Standing standing, @Nullable Instant provenAt, Instant endsAt) {

    /** How long what somebody has shown stands for whoever sits there now. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    /** How far somebody has come in proving who they are, and what of their own that opens. */
    public enum Standing {
        SECOND_FACTOR_REQUIRED(Set.of(Permission.OWN_SESSION)),
        /** Has no second factor and must; may do nothing but make one. */
        ENROLMENT_REQUIRED(Set.of(Permission.OWN_SESSION, Permission.OWN_PROOFS)),
        COMPLETE(
                Set.of(
                        Permission.OWN_SESSION,
                        Permission.OWN_PROOFS,
                        Permission.OWN_SECURITY,
                        Permission.OWN_ACCOUNT));

        private final Set<Permission> own;

        Standing(Set<Permission> own) {
            this.own = own;
        }

        /** As it stands in the database and in the API. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Standing of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        boolean opens(Permission ownPermission) {
            return own.contains(ownPermission);
        }
    }

    static Credential ofProgram(UUID token, Instant endsAt) {
        return new Credential(token, null, null, endsAt);
    }

    public boolean isSession() {
        return standing != null;
    }

    /** Whether enough was shown for what the caller's role includes. */
    boolean isComplete() {
        return standing == null || standing == Standing.COMPLETE;
    }

    boolean opens(Permission own) {
        return standing == null ? own == Permission.OWN_ACCOUNT : standing.opens(own);
    }

    /**
     * Whether whoever sits there has shown lately that it is them; a program shows it each time.
     */
    public boolean isFresh(Instant now) {
        return provenAt == null || provenAt.plus(FRESH).isAfter(now);
    }
}
