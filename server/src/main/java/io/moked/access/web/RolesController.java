package io.moked.access.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.Role;
import io.moked.access.Role.Grant;
import io.moked.access.Roles;
import io.moked.access.Roles.OwnRole;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.kernel.Slice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles: those that everybody has, and those of the business's own. */
@RestController
@RequestMapping("/api/v1/roles")
class RolesController {

    private static final int NAME_LENGTH = 60;

    private final Roles roles;
    private final Users users;

    RolesController(Roles roles, Users users) {
        this.roles = roles;
        this.users = users;
    }

    /**
     * A role.
     *
     * @param id what an assignment names: the word of a standard role, or the id of one's own
     * @param name of a role of the business's own; standard ones are called by their word
     * @param users how many hold it, wherever
     */
    record RoleView(
            String id,
            @Nullable String name,
            boolean standard,
            List<Permission> permissions,
            int users) {}

    record NewRole(
            @NotBlank @Size(max = NAME_LENGTH) @Pattern(regexp = User.NAME) String name,
            @NotEmpty Set<@NotNull Permission> permissions) {}

    /** What is to be different; what is left out stays. */
    record RoleChanges(
            @Size(max = NAME_LENGTH) @Pattern(regexp = User.NAME) @Nullable String name,
            @Size(min = 1) @Nullable Set<@NotNull Permission> permissions) {}

    /** All roles that people of this tenant can hold: the standard ones, then its own by name. */
    @GetMapping
    @Requires(Permission.READ_USERS)
    Slice<RoleView> list() {
        var held = users.all().stream().map(User::roles).flatMap(Collection::stream).toList();
        return Slice.whole(
                Stream.concat(
                                roles.standard().stream().map(it -> view(it, held)),
                                roles.own().stream().map(it -> view(it, held)))
                        .toList());
    }

    /**
     * Adds a role; what cannot be used alone brings its companions ({@code MANAGE_USERS} brings
     * {@code READ_USERS}). 403 {@code beyond-own-permissions} where it may more than the caller,
     * 409 {@code role-name-taken}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.MANAGE_ROLES, fresh = true)
    RoleView add(SignedIn caller, @Valid @RequestBody NewRole role) {
        return view(roles.add(role.name().strip(), role.permissions(), caller), List.of());
    }

    /**
     * Changes a role; whoever holds it has the new permissions with their next request, and signs
     * in anew where these are more. 403 {@code beyond-own-permissions}, 409 {@code
     * role-name-taken}.
     */
    @PatchMapping("/{id}")
    @Requires(value = Permission.MANAGE_ROLES, fresh = true)
    RoleView change(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody RoleChanges changes) {
        var name = changes.name() == null ? null : changes.name().strip();
        var role = roles.change(id, name, changes.permissions(), caller);
        var held = users.all().stream().map(User::roles).flatMap(Collection::stream).toList();
        return view(role, held);
    }

    /** Removes a role that nobody holds. 409 {@code role-in-use}. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_ROLES, fresh = true)
    void remove(SignedIn caller, @PathVariable UUID id) {
        roles.remove(id, caller);
    }

    private static RoleView view(Role role, Collection<Grant> held) {
        return view(role.word(), null, role.permissions(), held);
    }

    private static RoleView view(OwnRole role, Collection<Grant> held) {
        return view(role.id().toString(), role.name(), role.permissions(), held);
    }

    private static RoleView view(
            String id, @Nullable String name, Set<Permission> permissions, Collection<Grant> held) {
        long holders = held.stream().filter(it -> it.role().equals(id)).count();
        return new RoleView(
                id, name, name == null, permissions.stream().sorted().toList(), (int) holders);
    }
}
