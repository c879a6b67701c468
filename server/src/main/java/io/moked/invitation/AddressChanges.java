package io.moked.invitation;

import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserAccounts.MailedLinks;
import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.mail.Letter;
import io.moked.mail.Letters;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another address of somebody who comes in already: it counts once they have followed a link that
 * went there, and the address before is told of both, so that nobody is moved in silence.
 */
@Component
public class AddressChanges implements MailedLinks {

    private final Links links;
    private final LinkStore store;
    private final Letters letters;
    private final Tenants tenants;
    private final MailLimit mailLimit;
    private final Journal journal;
    private final Clock clock;

    AddressChanges(
            Links links,
            LinkStore store,
            Letters letters,
            Tenants tenants,
            MailLimit mailLimit,
            Journal journal,
            Clock clock) {
        this.links = links;
        this.store = store;
        this.letters = letters;
        this.tenants = tenants;
        this.mailLimit = mailLimit;
        this.journal = journal;
        this.clock = clock;
    }

    /** A change that waits for its user, and how far the letter is. */
    public record Waiting(
            UserId user, String email, Instant expiresAt, Letters.@Nullable State mail) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(User user, User wanted, SignedIn by, InetAddress from) {
        mailLimit.enter(MailLimit.Reason.BUSINESS, user.id(), from);
        links.mail(wanted, Link.Kind.ADDRESS_CHANGE, "address-change", List.of(business()));
        tell(user, "address-change-asked", by.userName());
        journal.append(
                Fact.of("invitation.address-change-asked", user.id().value())
                        .by(by.user().value()));
    }

    /** To the address they had until now. */
    void tellChanged(User before) {
        tell(before, "address-changed", "");
    }

    private void tell(User user, String words, String who) {
        letters.write(
                new Letter(
                        words,
                        user.language(),
                        user.name(),
                        user.email(),
                        List.of(business(), who),
                        null,
                        clock.instant().plus(Link.Kind.ADDRESS_CHANGE.life())));
    }

    private String business() {
        return tenants.find(TenantScope.current()).orElseThrow(NotFound::new).name();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBackChange(UserId user) {
        links.takeBack(user, Link.Kind.ADDRESS_CHANGE);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(UserId user) {
        links.takeBack(user);
    }

    /** Those nobody has confirmed yet, the newest first. */
    @Transactional(readOnly = true)
    public List<Waiting> all() {
        var open = store.all(Link.Kind.ADDRESS_CHANGE);
        var states = letters.states(open.stream().map(Link::letter).toList());
        return open.stream()
                .filter(it -> it.expiresAt().isAfter(clock.instant()))
                .map(it ->
                        new Waiting(
                                it.user(),
                                Objects.requireNonNull(it.email()),
                                it.expiresAt(),
                                states.get(it.letter())))
                .toList();
    }
}
