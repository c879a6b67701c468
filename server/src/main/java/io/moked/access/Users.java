package io.moked.access;

import io.moked.factor.PasswordHashes;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who sign in, of the tenant in scope. */
@Component
public class Users implements Names {

    private final UserStore store;
    private final PasswordHashes hashes;
    private final Ids ids;

    Users(UserStore store, PasswordHashes hashes, Ids ids) {
        this.store = store;
        this.hashes = hashes;
        this.ids = ids;
    }

    @Transactional
    public User create(String name, String email, String language, Role role, String password) {
        var user = new User(new UserId(ids.next()), name, email, language, role);
        store.add(TenantScope.current(), user, hashes.hash(password));
        return user;
    }

    @Transactional(readOnly = true)
    public List<User> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Optional<User> find(UserId id) {
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
