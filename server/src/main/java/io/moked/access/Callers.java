package io.moked.access;

import io.moked.access.Credential.Standing;
import io.moked.journal.JournalEntry;
import io.moked.kernel.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands behind the secret a request carries, and whether they may do what it asks. */
@Component
public class Callers {

    static final String ROLES_CHANGED = "access.roles-changed";
    static final String ROLE_CHANGED = "access.role-changed";

    /** The fact that nobody comes in for a tenant any more. */
    public static final String TENANT_CLOSED = "access.tenant-closed";

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Clock clock;

    Callers(Sessions sessions, ApiTokens tokens, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    public Optional<SignedIn> ofSession(String secret) {
        return sessions.find(secret);
    }

    public Optional<SignedIn> ofToken(String secret) {
        return tokens.caller(secret);
    }

    /**
     * The same caller as they stand now; nobody where they have gone. Somebody who holds on to a
     * caller asks this once they hear of what happens from then on.
     */
    public Optional<SignedIn> again(SignedIn caller) {
        return caller.credential().isSession() ? sessions.again(caller) : tokens.again(caller);
    }

    /**
     * Whether an entry tells that a caller must show anew who they are and what they may, before
     * they hear anything more.
     */
    public static boolean mustShowAnew(SignedIn caller, JournalEntry entry) {
        return switch (entry.kind()) {
            case Sessions.SIGNED_OUT, Sessions.ENDED ->
                    caller.credential()
                            .id()
                            .toString()
                            .equals(entry.details().get(Sessions.SESSION));
            case ApiTokens.REVOKED -> caller.credential().id().equals(entry.subject());
            case ROLES_CHANGED -> caller.user().value().equals(entry.subject());
            case ROLE_CHANGED, TENANT_CLOSED -> true;
            default -> false;
        };
    }

    /** Refuses a caller who is not there, who may not, or who must show first that it is them. */
    public void check(@Nullable SignedIn caller, Requires needed) {
        if (caller == null) {
            throw new Refusals.SignInRequired();
        }
        if (!caller.may(needed.value())) {
            throw refusal(caller.credential().standing());
        }
        if (needed.inPerson() && !caller.credential().isSession()) {
            throw new Refusals.PeopleOnly();
        }
        if (needed.fresh() && !caller.credential().isFresh(clock.instant())) {
            throw new Refusals.ConfirmationRequired();
        }
    }

    private static Refusal refusal(@Nullable Standing standing) {
        return switch (standing) {
            case SECOND_FACTOR_REQUIRED -> new Refusals.SecondFactorRequired();
            case ENROLMENT_REQUIRED -> new Refusals.EnrolmentRequired();
            case COMPLETE -> new Refusals.NotPermitted();
            case null -> new Refusals.NotPermitted();
        };
    }
}
