package io.moked.invitation;

import io.moked.access.Passwords;
import io.moked.access.Sessions;
import io.moked.access.User;
import io.moked.access.UserAccounts;
import io.moked.access.Users;
import io.moked.factor.Gate;
import io.moked.factor.Secrets;
import io.moked.factor.Throttle;
import io.moked.tenancy.TenantScope;
import java.net.InetAddress;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody does who comes with a link: they choose a password, once. */
@Component
public class PasswordChoice {

    private final LinkStore store;
    private final Users users;
    private final UserAccounts accounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PasswordChoice(
            LinkStore store,
            Users users,
            UserAccounts accounts,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.users = users;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A link that is good, and whose it is. */
    public record Chooser(Link link, User user) {}

    public Chooser find(String secret, InetAddress from) {
        var attempt = throttle.enter(Gate.MAILED_SECRET, null, from);
        var link =
                store.find(Secrets.digest(secret), clock.instant()).orElseThrow(LinkNotValid::new);
        var user =
                TenantScope.call(link.tenant(), () -> users.find(link.user()))
                        .filter(it -> it.state() == expected(link.kind()))
                        .orElseThrow(LinkNotValid::new);
        attempt.right();
        return new Chooser(link, user);
    }

    private static User.State expected(Link.Kind kind) {
        return switch (kind) {
            case INVITATION -> User.State.INVITED;
            case PASSWORD_RESET, ADDRESS_CHANGE -> User.State.ACTIVE;
        };
    }

    /**
     * Keeps the password, if the rules allow it. Whoever was signed in until now is not any more.
     */
    public void choose(String secret, String password, InetAddress from) {
        var chooser = find(secret, from);
        if (chooser.link().kind() == Link.Kind.ADDRESS_CHANGE) {
            throw new LinkNotValid();
        }
        TenantScope.run(chooser.link().tenant(), () -> choose(chooser, password));
    }

    /** Until the password is hashed, somebody may have taken the link back or the user out. */
    private void choose(Chooser chooser, String password) {
        var user = chooser.user().id();
        var allowed = passwords.allow(user, password);
        transactions.executeWithoutResult(tx -> {
            var held = users.hold(user).orElseThrow(LinkNotValid::new);
            var taken = store.take(user, chooser.link().kind());
            if (held.state() != expected(chooser.link().kind())
                    || taken.stream().noneMatch(it -> it.id().equals(chooser.link().id()))) {
                throw new LinkNotValid();
            }
            passwords.keep(user, allowed, user);
            if (chooser.link().kind() == Link.Kind.INVITATION) {
                accounts.activate(user);
            } else {
                sessions.endAll(user, user);
            }
        });
    }
}
