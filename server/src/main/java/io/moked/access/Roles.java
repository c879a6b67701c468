package io.moked.access;

import io.moked.access.Role.Grant;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roles that people of the tenant in scope can hold. */
@Component
public class Roles implements Names {

    private final RoleStore store;
    private final KnownDepartments departments;
    private final Tenants tenants;
    private final UserStore users;
    private final Sessions sessions;
    private final Narrowed narrowed;
    private final Journal journal;
    private final Ids ids;

    Roles(
            RoleStore store,
            KnownDepartments departments,
            Tenants tenants,
            UserStore users,
            Sessions sessions,
            Narrowed narrowed,
            Journal journal,
            Ids ids) {
        this.store = store;
        this.departments = departments;
        this.tenants = tenants;
        this.users = users;
        this.sessions = sessions;
        this.narrowed = narrowed;
        this.journal = journal;
        this.ids = ids;
    }

    /** Which departments the tenant in scope has; whoever keeps them answers. */
    public interface KnownDepartments {

        boolean areKnown(Set<UUID> departments);
    }

    /** Hears, in the transaction that makes it so, of somebody who may do less than before. */
    public interface Narrowed {

        void mayDoLess(User user, UserId by);
    }

    /** A role of the business's own; what cannot be used alone brings its companions. */
    public record OwnRole(UUID id, String name, Set<Permission> permissions) {

        public OwnRole {
            permissions = Permission.withCompanions(permissions);
        }
    }

    /**
     * A role to be held.
     *
     * @param role the word of a standard role, or the id of one of the business's own
     * @param departments where; null for everywhere
     */
    public record WantedRole(String role, @Nullable Set<UUID> departments) {}

    /** Those that everybody has. */
    public List<Role> standard() {
        var kind = tenants.find(TenantScope.current()).orElseThrow(NotFound::new).kind();
        return Stream.of(Role.values()).filter(it -> it.isOf(kind)).toList();
    }

    Role head() {
        return Role.atTheHead(
                tenants.find(TenantScope.current()).orElseThrow(NotFound::new).kind());
    }

    /** Those of the business's own, by name. */
    @Transactional(readOnly = true)
    public List<OwnRole> own() {
        return store.all();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return store.all().stream()
                .filter(role -> things.contains(role.id()))
                .collect(Collectors.toMap(OwnRole::id, OwnRole::name));
    }

    @Transactional
    public OwnRole add(String name, Set<Permission> permissions, SignedIn by) {
        if (store.all().size() >= Limit.ROLES.value()) {
            throw new Invalid("name", "too-many");
        }
        var role = new OwnRole(ids.next(), name, permissions);
        mayDefine(by, role);
        store.add(role);
        journal.append(Fact.of("access.role-added", role.id()).by(by.user().value()));
        return role;
    }

    /**
     * Whoever holds it has the new permissions with their next request, or once they have signed in
     * anew where these are more.
     */
    @Transactional
    public OwnRole change(
            UUID id, @Nullable String name, @Nullable Set<Permission> permissions, SignedIn by) {
        var before = store.lock(id).orElseThrow(NotFound::new);
        var role =
                new OwnRole(
                        id,
                        Objects.requireNonNullElse(name, before.name()),
                        Objects.requireNonNullElse(permissions, before.permissions()));
        mayDefine(by, before);
        mayDefine(by, role);
        var holders = users.all();
        store.change(role);
        journal.append(Fact.of(Callers.ROLE_CHANGED, id).by(by.user().value()));
        var now = users.all();
        sessions.endOutgrown(holders, now, by.user());
        tellNarrowed(holders, now, by.user());
        return role;
    }

    /** Of those who may not do all that they could. */
    void tellNarrowed(Collection<User> before, Collection<User> now, UserId by) {
        var could = before.stream().collect(Collectors.toMap(User::id, User::permissions));
        now.stream()
                .filter(it -> {
                    var had = could.get(it.id());
                    return had != null && !it.permissions().cover(had);
                })
                .forEach(it -> narrowed.mayDoLess(it, by));
    }

    /** Somebody can do nothing any more. */
    void tellLeft(User user, UserId by) {
        narrowed.mayDoLess(user, by);
    }

    /** Whether anybody's role is limited to this department, among others or not. */
    @Transactional(readOnly = true)
    public boolean areLimitedTo(UUID department) {
        return store.areLimitedTo(department);
    }

    @Transactional
    public void remove(UUID id, SignedIn by) {
        mayDefine(by, store.lock(id).orElseThrow(NotFound::new));
        store.remove(id);
        journal.append(Fact.of("access.role-removed", id).by(by.user().value()));
    }

    private static void mayDefine(SignedIn by, OwnRole role) {
        var everywhere = new Grant("", null, role.permissions(), null);
        if (!by.permissions().cover(Permissions.of(List.of(everywhere)))) {
            throw new Refusals.BeyondOwnPermissions();
        }
    }

    /** The roles as somebody will hold them, if there are such roles and departments. */
    List<Grant> granted(Collection<WantedRole> wanted) {
        var own = new LinkedHashMap<String, OwnRole>();
        store.all().forEach(role -> own.put(role.id().toString(), role));
        var grants = wanted.stream().map(it -> granted(it, own)).toList();
        if (grants.isEmpty()
                || grants.stream().map(Grant::role).distinct().count() < grants.size()) {
            throw new Invalid("roles", "out-of-range");
        }
        return grants;
    }

    private Grant granted(WantedRole wanted, Map<String, OwnRole> own) {
        var where = wanted.departments();
        if (where != null && (where.isEmpty() || !departments.areKnown(where))) {
            throw new Invalid("roles", "unknown-department");
        }
        var standard =
                standard().stream().filter(it -> it.word().equals(wanted.role())).findFirst();
        if (standard.isPresent()) {
            return new Grant(wanted.role(), null, standard.get().permissions(), where);
        }
        var role = own.get(wanted.role());
        if (role == null) {
            throw new Invalid("roles", "unknown-role");
        }
        return new Grant(wanted.role(), role.name(), role.permissions(), where);
    }
}
