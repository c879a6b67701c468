package io.moked.signin;

import io.moked.access.Callers;
import io.moked.access.Credential.Standing;
import io.moked.access.Passwords;
import io.moked.access.Sessions;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.factor.Factor;
import io.moked.factor.FactorRefused;
import io.moked.factor.Gate;
import io.moked.factor.PasskeyTalk.ShownPasskey;
import io.moked.factor.Passkeys;
import io.moked.tenancy.TenantScope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signing in: a password and what must follow it, or a passkey, which is enough. */
@Component
public class SignIn {

    private final Attempts attempts;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final FirstFactor firstFactor;
    private final Sessions sessions;
    private final Callers callers;
    private final Proofs proofs;
    private final BusinessChoice choice;

    SignIn(
            Attempts attempts,
            Passwords passwords,
            Passkeys passkeys,
            FirstFactor firstFactor,
            Sessions sessions,
            Callers callers,
            Proofs proofs,
            BusinessChoice choice) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.firstFactor = firstFactor;
        this.sessions = sessions;
        this.callers = callers;
        this.proofs = proofs;
        this.choice = choice;
    }

    /** A session with the secret that only the browser keeps from now on. */
    public record Opened(SignedIn caller, String secret) {}

    /**
     * @param business which to sign in to, where address and password are right for several; null
     *     leaves that open
     */
    public Opened withPassword(
            String email, String password, @Nullable UUID business, Visitor visitor) {
        var attempt = attempts.enterAt(email, visitor);
        var owners = passwords.whose(attempt.open(), password);
        var owner = owners.isEmpty() ? null : choice.of(owners, business).orElse(null);
        if (owner == null) {
            attempts.tellOfFailure(attempt, email, visitor);
            throw attempt.failed();
        }
        attempt.right(owners);
        return TenantScope.call(owner.tenant(), () -> opened(firstFactor.password(owner, visitor)));
    }

    public Opened withPasskey(ShownPasskey shown, Visitor visitor) {
        var attempt = attempts.enter(Gate.PASSKEY, visitor);
        var owner = owner(shown, visitor);
        attempt.right();
        return TenantScope.call(
                owner.tenant(),
                () -> opened(firstFactor.passkey(new UserId(owner.user()), visitor)));
    }

    private Passkeys.Proven owner(ShownPasskey shown, Visitor visitor) {
        try {
            return passkeys.prove(shown);
        } catch (FactorRefused refused) {
            attempts.tellOfFailure(shown, visitor);
            throw refused;
        }
    }

    /** Completes a session with a second factor. */
    public Opened complete(SignedIn caller, Shown shown, Visitor visitor) {
        var factor = proofs.judge(caller, shown, visitor);
        return opened(sessions.renew(caller, factor, Standing.COMPLETE));
    }

    /** Notes that it is still its user who sits there. */
    public Opened confirm(SignedIn caller, Shown shown, Visitor visitor) {
        var factor = proofs.judge(caller, shown, visitor);
        return opened(sessions.renew(caller, factor));
    }

    /** Ends the other sessions, whose password is no longer the right one. */
    public Opened changePassword(SignedIn caller, String current, String wanted, Visitor visitor) {
        proofs.judge(caller, new Shown.Password(current), visitor);
        passwords.set(caller.user(), wanted, caller.user());
        sessions.endOthers(caller);
        return opened(sessions.renew(caller, Factor.PASSWORD));
    }

    Opened opened(String secret) {
        return new Opened(callers.ofSession(secret).orElseThrow(SignInFailed::new), secret);
    }

    /** Ends the session that a browser carried before it signed in anew. */
    public void leave(@Nullable SignedIn before) {
        if (before != null && before.credential().isSession()) {
            sessions.signOut(before);
        }
    }
}
