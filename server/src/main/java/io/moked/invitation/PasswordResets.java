package io.moked.invitation;

import io.moked.access.Passwords;
import io.moked.access.Passwords.Owner;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.factor.Gate;
import io.moked.factor.Throttle;
import io.moked.factor.TooManyAttempts;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a link to whoever has forgotten their password. Neither the answer nor its time tells
 * whether there is anybody with the address: looking for them begins after the answer.
 */
@Component
public class PasswordResets {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);
    private static final int AT_ONCE = 32;
    private static final long WAIT_SECONDS = 10;

    private final Passwords passwords;
    private final Users users;
    private final Tenants tenants;
    private final Links links;
    private final Throttle throttle;
    private final MailLimit mailLimit;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Semaphore free = new Semaphore(AT_ONCE);

    PasswordResets(
            Passwords passwords,
            Users users,
            Tenants tenants,
            Links links,
            Throttle throttle,
            MailLimit mailLimit,
            Journal journal,
            TransactionTemplate transactions) {
        this.passwords = passwords;
        this.users = users;
        this.tenants = tenants;
        this.links = links;
        this.throttle = throttle;
        this.mailLimit = mailLimit;
        this.journal = journal;
        this.transactions = transactions;
    }

    public void ask(String email, InetAddress from) {
        throttle.enter(Gate.MAIL, null, from);
        if (!free.tryAcquire()) {
            throw new TooManyAttempts(WAIT_SECONDS);
        }
        Thread.ofVirtual()
                .name("password-reset")
                .start(() -> {
                    try {
                        passwords.owners(email).forEach(this::mail);
                    } catch (RuntimeException away) {
                        LOG.warn("A link was not mailed: {}", away.getClass().getSimpleName());
                    } finally {
                        free.release();
                    }
                });
    }

    private void mail(Owner owner) {
        try {
            TenantScope.run(
                    owner.tenant(),
                    () -> {
                        mailLimit.enter(MailLimit.Reason.STRANGER, owner.user(), null);
                        link(owner);
                    });
        } catch (TooManyAttempts enough) {
            LOG.debug("Somebody has been mailed often enough for now");
        }
    }

    /** Mails a link to one user, and tells it. */
    public URI link(Owner owner) {
        return TenantScope.call(
                owner.tenant(),
                () ->
                        transactions.execute(tx -> {
                            var user = users.hold(owner.user()).filter(User::isActive);
                            return mail(user.orElseThrow(NotFound::new));
                        }));
    }

    private URI mail(User user) {
        var business = tenants.find(TenantScope.current()).orElseThrow(NotFound::new).name();
        journal.append(Fact.of("invitation.password-reset-asked", user.id().value()));
        return links.mail(user, Link.Kind.PASSWORD_RESET, "password-reset", List.of(business))
                .address();
    }
}
