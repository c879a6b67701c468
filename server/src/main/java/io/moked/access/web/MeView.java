package io.moked.access.web;

import io.moked.access.Permission;
import io.moked.access.Permissions;
import io.moked.access.Role;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.access.web.UserViews.HeldRole;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the console must know about its user before it can show anything. */
@Component
class MeView {

    private final Users users;
    private final Tenants tenants;
    private final Clock clock;
    private final @Nullable String simulator;

    MeView(
            Users users,
            Tenants tenants,
            Clock clock,
            @Value("${moked.simulator:}") String simulator) {
        this.users = users;
        this.tenants = tenants;
        this.clock = clock;
        this.simulator = simulator.isEmpty() ? null : simulator;
    }

    /**
     * The caller.
     *
     * @param permissions what they may do, somewhere at least
     * @param limits of those, the ones that hold in these departments only, and for what is theirs
     */
    record Me(
            Person user,
            Business tenant,
            List<Permission> permissions,
            Map<Permission, Set<UUID>> limits,
            @Nullable String simulator,
            Instant serverTime) {}

    /**
     * Who calls.
     *
     * @param role the widest of their standard roles; null where they hold none of these
     */
    record Person(
            UUID id,
            String name,
            String email,
            String language,
            @Nullable Role role,
            List<HeldRole> roles) {}

    record Business(UUID id, String name, String language) {}

    Me of(SignedIn caller) {
        var tenant = tenants.find(caller.tenant()).orElseThrow(NotFound::new);
        var user =
                TenantScope.call(caller.tenant(), () -> users.find(caller.user()))
                        .orElseThrow(NotFound::new);
        return new Me(
                person(user),
                new Business(tenant.id().value(), tenant.name(), tenant.language()),
                caller.permissions().list(),
                limits(caller.permissions()),
                simulator,
                clock.instant());
    }

    private static Map<Permission, Set<UUID>> limits(Permissions permissions) {
        var limits = new EnumMap<Permission, Set<UUID>>(Permission.class);
        permissions
                .reaches()
                .forEach((permission, reach) -> {
                    if (!reach.everything()) {
                        limits.put(permission, reach.departments());
                    }
                });
        return limits;
    }

    private static Person person(User user) {
        return new Person(
                user.id().value(),
                user.name(),
                user.email(),
                user.language(),
                user.role(),
                user.roles().stream().map(HeldRole::of).toList());
    }
}
