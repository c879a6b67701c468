package io.moked.invitation;

import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserAccounts;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.mail.Letters;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks people in, by a link on which they choose their password. */
@Component
public class Invitations {

    private final UserAccounts accounts;
    private final Users users;
    private final Tenants tenants;
    private final Links links;
    private final LinkStore store;
    private final Letters letters;
    private final MailLimit mailLimit;
    private final Journal journal;

    Invitations(
            UserAccounts accounts,
            Users users,
            Tenants tenants,
            Links links,
            LinkStore store,
            Letters letters,
            MailLimit mailLimit,
            Journal journal) {
        this.accounts = accounts;
        this.users = users;
        this.tenants = tenants;
        this.links = links;
        this.store = store;
        this.letters = letters;
        this.mailLimit = mailLimit;
        this.journal = journal;
    }

    /**
     * An invitation and how far its letter is.
     *
     * @param address the link itself, only where it was just made and somebody must hand it over
     */
    public record Invitation(
            UserId user,
            Instant sentAt,
            Instant expiresAt,
            Letters.State mail,
            @Nullable URI address) {}

    /** Adds somebody and mails them a link. */
    @Transactional
    public Invitation invite(UserAccounts.Invited invited, SignedIn by, InetAddress from) {
        return send(accounts.invite(invited, by), by, from);
    }

    /** The first of a tenant, whom nobody there can invite; the link is told in any case. */
    @Transactional
    public Invitation inviteFirst(UserAccounts.Invited invited) {
        var mailed = mail(accounts.invite(invited, null), null);
        return view(mailed.link(), state(mailed), mailed.address());
    }

    /** Mails another link to somebody who has not come yet; the earlier one is void. */
    @Transactional
    public Invitation sendAgain(UserId id, SignedIn by, InetAddress from) {
        accounts.mustNotBeBelow(by, id);
        var user =
                users.find(id)
                        .filter(it -> it.state() == User.State.INVITED)
                        .orElseThrow(NotFound::new);
        return send(user, by, from);
    }

    /** Mails the first of a tenant another link, as long as nobody has come. */
    @Transactional
    public Invitation inviteFirstAgain(InetAddress from) {
        var all = users.all();
        var first =
                all.stream()
                        .filter(it -> it.state() == User.State.INVITED)
                        .min(Comparator.comparing(it -> it.id().value()))
                        .filter(it -> all.stream().noneMatch(User::isActive))
                        .orElseThrow(NotFound::new);
        mailLimit.enter(MailLimit.Reason.BUSINESS, first.id(), from);
        var mailed = mail(first, null);
        return view(mailed.link(), state(mailed), mailed.address());
    }

    private Invitation send(User user, SignedIn by, InetAddress from) {
        mailLimit.enter(MailLimit.Reason.BUSINESS, user.id(), from);
        var mailed = mail(user, by);
        journal.append(Fact.of("invitation.sent", user.id().value()).by(by.user().value()));
        var state = state(mailed);
        return view(
                mailed.link(), state, state == Letters.State.NOT_SET_UP ? mailed.address() : null);
    }

    private Letters.@Nullable State state(Links.Mailed mailed) {
        var letter = mailed.link().letter();
        return letters.states(List.of(letter)).get(letter);
    }

    private Links.Mailed mail(User user, @Nullable SignedIn by) {
        var kind = Link.Kind.INVITATION;
        var business = tenants.find(TenantScope.current()).orElseThrow(NotFound::new).name();
        return by == null
                ? links.mail(user, kind, "welcome", List.of(business, days(kind)))
                : links.mail(
                        user, kind, "invitation", List.of(business, by.userName(), days(kind)));
    }

    private static String days(Link.Kind kind) {
        return Long.toString(kind.life().toDays());
    }

    /** Those nobody has answered yet, the newest first. */
    @Transactional(readOnly = true)
    public List<Invitation> all() {
        var open = store.all(Link.Kind.INVITATION);
        var states = letters.states(open.stream().map(Link::letter).toList());
        return open.stream().map(link -> view(link, states.get(link.letter()), null)).toList();
    }

    private static Invitation view(
            Link link, Letters.@Nullable State state, @Nullable URI address) {
        var mail = state == null ? Letters.State.SENT : state;
        return new Invitation(link.user(), link.madeAt(), link.expiresAt(), mail, address);
    }
}
