package io.moked.access;

import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The way in by address and password. */
@Component
public class SignIn {

    /** The fact that a user has signed out. */
    public static final String SIGNED_OUT = "access.signed-out";

    private final UserStore users;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final Journal journal;
    private final TransactionTemplate transactions;

    SignIn(
            UserStore users,
            Passwords passwords,
            SignInThrottle throttle,
            Sessions sessions,
            Journal journal,
            TransactionTemplate transactions) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** A session just opened, with the secret that only the browser keeps. */
    public record Opened(SignedIn caller, String secret, Duration life) {}

    public Opened signIn(String email, String password) {
        throttle.enter(email);
        var candidate = prove(email, password).orElseThrow(SignInFailed::new);
        throttle.forgive(email);
        var secret = sessions.open(candidate.tenant(), candidate.user());
        TenantScope.run(candidate.tenant(), () -> tell("access.signed-in", candidate.user()));
        var caller = sessions.find(secret).orElseThrow(SignInFailed::new);
        return new Opened(caller, secret, Sessions.LONGEST);
    }

    private Optional<UserStore.Candidate> prove(String email, String password) {
        var candidates = users.withEmail(email);
        if (candidates.isEmpty()) {
            passwords.compareWithNobody(password);
        }
        return candidates.stream()
                .filter(candidate -> passwords.matches(password, candidate.passwordHash()))
                .findFirst();
    }

    public void signOut(SignedIn caller, String secret) {
        sessions.close(secret);
        tell(SIGNED_OUT, caller.user());
    }

    private void tell(String kind, UserId user) {
        transactions.executeWithoutResult(
                tx -> journal.append(Fact.of(kind, user.value()).by(user.value())));
    }
}
