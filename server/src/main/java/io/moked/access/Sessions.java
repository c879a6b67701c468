package io.moked.access;

import io.moked.access.Credential.Standing;
import io.moked.access.Session.Origin;
import io.moked.factor.Factor;
import io.moked.factor.Secrets;
import io.moked.factor.SecurityPolicies;
import io.moked.factor.SecurityPolicy;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in. A caller shows a secret before anyone knows their tenant, so that is looked for
 * across all of them; the secret itself is kept nowhere, only its digest.
 */
@Component
public class Sessions {

    static final String SIGNED_OUT = "access.signed-out";
    static final String ENDED = "access.session-ended";
    static final String SESSION = "session";
    static final Duration SEEN_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final SecurityPolicies policies;
    private final Journal journal;
    private final Tenants tenants;
    private final Ids ids;
    private final Clock clock;

    Sessions(
            SessionStore store,
            SecurityPolicies policies,
            Journal journal,
            Tenants tenants,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.policies = policies;
        this.journal = journal;
        this.tenants = tenants;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<SignedIn> find(String secret) {
        return find(Secrets.digest(secret));
    }

    Optional<SignedIn> again(SignedIn caller) {
        return store.digest(caller).flatMap(this::find);
    }

    private Optional<SignedIn> find(byte[] digest) {
        var now = clock.instant();
        var found = store.find(digest, now, now.minus(SEEN_EVERY));
        if (found.isPresent() && found.get().stale()) {
            store.seen(digest, now);
        }
        return found.map(SessionStore.Seen::caller);
    }

    /**
     * Opens a session for a user of the tenant in scope who has shown a factor; tells its secret.
     */
    @Transactional
    public String open(UserId user, Factor shown, Standing standing, Origin from) {
        tenants.mustBeOpen(TenantScope.current());
        var id = ids.next();
        var secret = Secrets.random();
        var now = clock.instant();
        store.add(id, user, Secrets.digest(secret), standing, from, now, policies.current());
        store.renew(id, Secrets.digest(secret), standing, shown, now);
        if (standing != Standing.SECOND_FACTOR_REQUIRED) {
            tellSignedIn(user, id, shown);
        }
        return secret;
    }

    private void tellSignedIn(UserId user, UUID session, Factor shown) {
        journal.append(
                Fact.of("access.signed-in", user.value())
                        .by(user.value())
                        .with(SESSION, session)
                        .with("factor", shown));
    }

    /**
     * Notes another factor the caller has shown. What the session may do has changed, so it gets a
     * new secret; the old one is dead.
     */
    @Transactional
    public String renew(SignedIn caller, Factor shown, Standing standing) {
        var secret = Secrets.random();
        var digest = Secrets.digest(secret);
        var id = caller.credential().id();
        if (!store.renew(id, digest, standing, shown, clock.instant())) {
            throw new Refusals.SignInRequired();
        }
        if (caller.credential().standing() == Standing.SECOND_FACTOR_REQUIRED) {
            tellSignedIn(caller.user(), id, shown);
        }
        return secret;
    }

    /**
     * Notes that the caller has shown a factor once more; what the session may do stays the same.
     */
    @Transactional
    public String renew(SignedIn caller, Factor shown) {
        var standing = caller.credential().standing();
        if (standing == null) {
            throw new Refusals.SignInRequired();
        }
        return renew(caller, shown, standing);
    }

    /** The open sessions of a user, the one last used first. */
    @Transactional(readOnly = true)
    public List<Session> of(UserId user) {
        return store.open(user, clock.instant());
    }

    @Transactional
    public void signOut(SignedIn caller) {
        var id = caller.credential().id();
        tell(SIGNED_OUT, caller.user(), caller.user(), end(caller.user(), id, null));
    }

    /** Ends one session of the caller's own. */
    @Transactional
    public void end(SignedIn caller, UUID id) {
        var ended = end(caller.user(), id, null);
        if (ended.isEmpty()) {
            throw new NotFound();
        }
        tell(ENDED, caller.user(), caller.user(), ended);
    }

    /** Ends all sessions of the caller's own but the one that calls. */
    @Transactional
    public void endOthers(SignedIn caller) {
        var others = end(caller.user(), null, caller.credential().id());
        tell(ENDED, caller.user(), caller.user(), others);
    }

    /** Ends all sessions of a user, and with them what they listen to. */
    @Transactional
    public void endAll(UserId user, @Nullable UserId by) {
        tell(ENDED, user, by, end(user, null, null));
    }

    private List<UUID> end(UserId user, @Nullable UUID only, @Nullable UUID except) {
        return store.end(user, only, except, clock.instant());
    }

    private void tell(String kind, UserId user, @Nullable UserId by, Collection<UUID> ended) {
        var actor = by == null ? null : by.value();
        journal.append(
                ended.stream()
                        .map(id -> Fact.of(kind, user.value()).by(actor).with(SESSION, id))
                        .toList());
    }

    /** Lets a new policy hold for the sessions that are open. */
    @Transactional
    public void comply(SecurityPolicy policy, Collection<User> users, UserId by) {
        store.tighten(policy);
        endWeak(policy, users, by);
    }

    /**
     * Ends those of whoever may do more now than before: a session stands for what could be done
     * when it was opened, and a policy that binds them now asks when they sign in anew.
     */
    void endOutgrown(Collection<User> before, Collection<User> now, UserId by) {
        var could = before.stream().collect(Collectors.toMap(User::id, User::permissions));
        now.stream()
                .filter(it -> {
                    var may = it.permissions();
                    return !could.getOrDefault(it.id(), may).cover(may);
                })
                .forEach(it -> endAll(it.id(), by));
    }

    /** Who must have a second factor keeps no session that shows none. */
    private void endWeak(SecurityPolicy policy, Collection<User> users, UserId by) {
        var bound = users.stream().filter(it -> it.isBoundBy(policy)).map(User::id).toList();
        if (!bound.isEmpty()) {
            store.endWeak(bound, clock.instant())
                    .forEach((id, user) -> tell(ENDED, new UserId(user), by, List.of(id)));
        }
    }
}
