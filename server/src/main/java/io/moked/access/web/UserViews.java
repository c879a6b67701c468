package io.moked.access.web;

import io.moked.access.Role;
import io.moked.access.Role.Grant;
import io.moked.access.Roles.WantedRole;
import io.moked.access.User;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users and their roles as the API tells them, and takes them. */
final class UserViews {

    private UserViews() {}

    /**
     * A colleague.
     *
     * @param role the widest of their standard roles; null where they have none of these
     * @param account for those only who may manage users
     */
    record Colleague(
            UUID id,
            String name,
            @Nullable Role role,
            User.State state,
            @Nullable Account account) {

        static Colleague of(User user, boolean withAccount) {
            return new Colleague(
                    user.id().value(),
                    user.name(),
                    user.role(),
                    user.state(),
                    withAccount ? Account.of(user) : null);
        }
    }

    /** What those who manage users see of one. */
    record Account(String email, String language, List<HeldRole> roles) {

        static Account of(User user) {
            return new Account(
                    user.email(),
                    user.language(),
                    user.roles().stream().map(HeldRole::of).toList());
        }
    }

    /**
     * A role somebody holds.
     *
     * @param role the word of a standard role, or the id of one of the business's own
     * @param name of a role of the business's own
     * @param departments where they hold it; null for everywhere
     */
    record HeldRole(String role, @Nullable String name, @Nullable Set<UUID> departments) {

        static HeldRole of(Grant grant) {
            return new HeldRole(grant.role(), grant.name(), grant.departments());
        }
    }

    /**
     * A role to be held.
     *
     * @param role the word of a standard role, or the id of one of the business's own
     * @param departments where; null for everywhere
     */
    record RoleAssignment(@NotBlank String role, @Nullable Set<@NotNull UUID> departments) {

        WantedRole wanted() {
            return new WantedRole(role, departments);
        }
    }
}
