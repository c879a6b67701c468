package io.moked.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stands behind the secret a request carries, and whether they may do what it asks. */
@Component
public class Callers {

    private final Sessions sessions;
    private final ApiTokens tokens;

    Callers(Sessions sessions, ApiTokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    public Optional<SignedIn> ofSession(String secret) {
        return sessions.find(secret);
    }

    public Optional<SignedIn> ofToken(String secret) {
        return tokens.caller(secret);
    }

    /** Refuses a caller who is not there, or who may not. */
    public static void check(@Nullable SignedIn caller, Permission needed) {
        if (caller == null) {
            throw new SignInRequired();
        }
        if (!caller.may(needed)) {
            throw new NotPermitted();
        }
    }
}
