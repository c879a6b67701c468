package io.moked.signin;

import io.moked.access.Credential.Standing;
import io.moked.access.Passwords;
import io.moked.access.Passwords.Owner;
import io.moked.access.Sessions;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.factor.Factor;
import io.moked.factor.FactorRefused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a session for whoever has shown a password or a passkey. Proving takes its time; until the
 * session is open nobody changes the user any more, and what was proven must hold still.
 */
@Component
class FirstFactor {

    private final Users users;
    private final Passwords passwords;
    private final SecondFactors secondFactors;
    private final Sessions sessions;

    FirstFactor(Users users, Passwords passwords, SecondFactors secondFactors, Sessions sessions) {
        this.users = users;
        this.passwords = passwords;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
    }

    /** Tells the session's secret. */
    @Transactional
    public String password(Owner owner, Visitor visitor) {
        var user =
                users.hold(owner.user())
                        .filter(it -> it.isActive() && passwords.isStillOf(owner))
                        .orElseThrow(SignInFailed::new);
        var standing = secondFactors.standing(user);
        return sessions.open(user.id(), Factor.PASSWORD, standing, visitor.origin());
    }

    /** Tells the session's secret. */
    @Transactional
    public String passkey(UserId owner, Visitor visitor) {
        var user = users.hold(owner).filter(User::isActive).orElseThrow(FactorRefused::new);
        return sessions.open(user.id(), Factor.PASSKEY, Standing.COMPLETE, visitor.origin());
    }
}
