package io.moked.access;

import io.moked.access.Roles.WantedRole;
import io.moked.access.User.State;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets users in and out and changes what they may do. Nobody gives what they do not have, touches
 * somebody who may do more, or leaves a tenant without anyone at its head.
 */
@Component
public class UserAccounts {

    private final UserStore store;
    private final RoleStore grants;
    private final Roles roles;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final MailedLinks links;
    private final Journal journal;
    private final Ids ids;

    UserAccounts(
            UserStore store,
            RoleStore grants,
            Roles roles,
            Sessions sessions,
            ApiTokens tokens,
            MailedLinks links,
            Journal journal,
            Ids ids) {
        this.store = store;
        this.grants = grants;
        this.roles = roles;
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.journal = journal;
        this.ids = ids;
    }

    /** What was mailed to users to come in by; whoever mails it answers. */
    public interface MailedLinks {

        void takeBack(UserId user);

        /** Asks somebody by a letter to their new address whether it is theirs. */
        void ask(User user, User wanted, SignedIn by, InetAddress from);

        void takeBackChange(UserId user);
    }

    /** Somebody who is to be let in. */
    public record Invited(String name, String email, String language, List<WantedRole> roles) {}

    /** What is to be different; null leaves it as it is. */
    public record Changes(
            @Nullable String name,
            @Nullable String email,
            @Nullable String language,
            @Nullable List<WantedRole> roles) {}

    /**
     * Adds somebody who has yet to choose a password.
     *
     * @param by null where whoever runs the installation does it
     */
    @Transactional
    public User invite(Invited invited, @Nullable SignedIn by) {
        var held = roles.granted(invited.roles());
        if (by != null) {
            mustCover(by, Permissions.of(held));
        }
        var user =
                new User(
                        new UserId(ids.next()),
                        invited.name(),
                        invited.email().toLowerCase(Locale.ROOT),
                        invited.language(),
                        State.INVITED,
                        held);
        store.add(user, null);
        grants.replace(user.id(), held);
        journal.append(
                Fact.of("access.user-invited", user.id().value())
                        .by(by == null ? null : by.user().value()));
        return user;
    }

    @Transactional
    public User change(UserId id, Changes wanted, SignedIn by, InetAddress from) {
        var user = touchable(id, by);
        var changed =
                new User(
                        id,
                        or(wanted.name(), user.name()),
                        user.email(),
                        or(wanted.language(), user.language()),
                        user.state(),
                        user.roles());
        if (!changed.equals(user)) {
            store.change(changed);
            journal.append(Fact.of("access.user-changed", id.value()).by(by.user().value()));
        }
        if (wanted.email() != null) {
            readdress(changed, wanted.email().toLowerCase(Locale.ROOT), by, from);
        }
        if (wanted.roles() != null) {
            give(user, wanted.roles(), by);
        }
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** Whoever has a password keeps the address they have shown to be theirs until another is. */
    private void readdress(User user, String email, SignedIn by, InetAddress from) {
        var wanted = user.at(email);
        if (email.equals(user.email())) {
            links.takeBackChange(user.id());
        } else if (store.hasPassword(user.id())) {
            store.mustBeFree(email);
            links.ask(user, wanted, by, from);
        } else {
            store.change(wanted);
            links.takeBack(user.id());
            journal.append(Fact.of("access.user-changed", user.id().value()).by(by.user().value()));
        }
    }

    /** A user has shown that what is sent to another address reaches them. */
    @Transactional
    public void move(User user, String email) {
        store.change(user.at(email));
        journal.append(Fact.of("access.address-changed", user.id().value()).by(user.id().value()));
    }

    private void give(User user, List<WantedRole> wanted, SignedIn by) {
        var held = roles.granted(wanted);
        if (Set.copyOf(held).equals(Set.copyOf(user.roles()))) {
            return;
        }
        mustCover(by, Permissions.of(held));
        grants.replace(user.id(), held);
        mustLeaveAHead(user);
        journal.append(Fact.of(Callers.ROLES_CHANGED, user.id().value()).by(by.user().value()));
        var now = store.find(user.id()).stream().toList();
        sessions.endOutgrown(List.of(user), now, by.user());
        roles.tellNarrowed(List.of(user), now, by.user());
    }

    private static String or(@Nullable String wanted, String before) {
        return Objects.requireNonNullElse(wanted, before);
    }

    /** Ends everything they have open, at once and everywhere. */
    @Transactional
    public User deactivate(UserId id, SignedIn by) {
        var user = touchable(id, by);
        if (user.state() != State.DEACTIVATED) {
            turn(user, State.DEACTIVATED);
            mustLeaveAHead(user);
            sessions.endAll(id, by.user());
            tokens.revokeAll(id, by.user());
            links.takeBack(id);
            journal.append(Fact.of("access.user-deactivated", id.value()).by(by.user().value()));
            roles.tellLeft(store.find(id).orElseThrow(NotFound::new), by.user());
        }
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** Lets them in again, with the password they had, or to be invited once more. */
    @Transactional
    public User reactivate(UserId id, SignedIn by) {
        var user = touchable(id, by);
        if (user.state() == State.DEACTIVATED) {
            turn(user, store.hasPassword(id) ? State.ACTIVE : State.INVITED);
            journal.append(Fact.of("access.user-reactivated", id.value()).by(by.user().value()));
        }
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** Somebody has accepted their invitation. */
    @Transactional
    public void activate(UserId id) {
        store.lock(id);
        var user = store.find(id).orElseThrow(NotFound::new);
        turn(user, State.ACTIVE);
        journal.append(Fact.of("access.user-activated", id.value()).by(id.value()));
    }

    /** Refuses a caller who may do less than a user. */
    @Transactional
    public void mustNotBeBelow(SignedIn by, UserId id) {
        touchable(id, by);
    }

    private void turn(User user, State state) {
        store.change(
                new User(
                        user.id(),
                        user.name(),
                        user.email(),
                        user.language(),
                        state,
                        user.roles()));
    }

    /**
     * A user whom the caller may touch, and nobody else until the transaction ends. Those at the
     * head are held first, so that two of them cannot remove each other.
     */
    private User touchable(UserId id, SignedIn by) {
        grants.lockHolders(roles.head());
        store.lock(id);
        var user = store.find(id).orElseThrow(NotFound::new);
        mustCover(by, user.permissions());
        return user;
    }

    private static void mustCover(SignedIn by, Permissions permissions) {
        if (!by.permissions().cover(permissions)) {
            throw new Refusals.BeyondOwnPermissions();
        }
    }

    private void mustLeaveAHead(User before) {
        var head = roles.head();
        if (before.isActive() && before.holdsEverywhere(head) && !grants.anyHolds(head)) {
            throw new Refusals.LastAdministrator();
        }
    }
}
