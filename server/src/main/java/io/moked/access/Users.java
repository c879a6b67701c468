package io.moked.access;

import io.moked.access.Role.Grant;
import io.moked.access.User.State;
import io.moked.factor.PasswordHashes;
import io.moked.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in, of the tenant in scope. */
@Component
public class Users implements Names {

    private final UserStore store;
    private final RoleStore grants;
    private final PasswordHashes hashes;
    private final Ids ids;

    Users(UserStore store, RoleStore grants, PasswordHashes hashes, Ids ids) {
        this.store = store;
        this.grants = grants;
        this.hashes = hashes;
        this.ids = ids;
    }

    /** Somebody who can come in at once, because their password was chosen for them. */
    @Transactional
    public User create(String name, String email, String language, Role role, String password) {
        var user =
                new User(
                        new UserId(ids.next()),
                        name,
                        email.toLowerCase(Locale.ROOT),
                        language,
                        State.ACTIVE,
                        List.of(Grant.everywhere(role)));
        store.add(user, hashes.hash(password));
        grants.replace(user.id(), user.roles());
        return user;
    }

    /** By name. */
    @Transactional(readOnly = true)
    public List<User> all() {
        return store.all();
    }

    /** How many may come in, and how many have yet to come. */
    public record Headcount(int active, int invited) {}

    @Transactional(readOnly = true)
    public Headcount count() {
        return store.count();
    }

    @Transactional(readOnly = true)
    public Optional<User> find(UserId id) {
        return store.find(id);
    }

    /** Those of them who are active; who is unknown is missing. */
    @Transactional(readOnly = true)
    public List<User> active(Collection<UUID> users) {
        return users.isEmpty()
                ? List.of()
                : store.of(users).stream().filter(User::isActive).toList();
    }

    /** The same; and until the end of the transaction nobody else changes them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<User> hold(UserId id) {
        store.lock(id);
        return store.find(id);
    }

    /** Names by id; an unknown id has none. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : store.names(ids);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return names(things);
    }

    @Transactional
    public void speak(UserId id, String language) {
        store.changeLanguage(id, language);
    }
}
