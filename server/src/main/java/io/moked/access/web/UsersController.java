package io.moked.access.web;

import io.moked.access.Addresses;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserAccounts;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.access.web.UserViews.Colleague;
import io.moked.access.web.UserViews.RoleAssignment;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.kernel.Slice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The colleagues of a tenant. */
@RestController
@RequestMapping("/api/v1/users")
class UsersController {

    private static final Set<String> STATES = Set.of("invited", "active", "deactivated", "all");

    private final Users users;
    private final UserAccounts accounts;

    UsersController(Users users, UserAccounts accounts) {
        this.users = users;
        this.accounts = accounts;
    }

    /** What is to be different; what is left out stays. */
    record UserChanges(
            @Size(max = User.NAME_LENGTH) @Pattern(regexp = User.NAME) @Nullable String name,
            @Size(max = User.EMAIL_LENGTH) @Pattern(regexp = User.EMAIL) @Nullable String email,
            @Pattern(regexp = User.LANGUAGE) @Nullable String language,
            @Nullable List<@Valid @NotNull RoleAssignment> roles) {

        UserAccounts.Changes changes() {
            return new UserAccounts.Changes(
                    name == null ? null : name.strip(),
                    email == null ? null : email.strip(),
                    language,
                    roles == null ? null : roles.stream().map(RoleAssignment::wanted).toList());
        }
    }

    /**
     * Everyone who signs in for this tenant, by name; with accounts for those who may manage users.
     *
     * @param state {@code active} (if left out), {@code invited}, {@code deactivated} or {@code
     *     all}
     */
    @GetMapping
    @Requires(Permission.READ_USERS)
    Slice<Colleague> list(SignedIn caller, @RequestParam @Nullable String state) {
        var wanted = Objects.requireNonNullElse(state, User.State.ACTIVE.word());
        if (!STATES.contains(wanted)) {
            throw new Invalid("state", "unknown-value");
        }
        return Slice.whole(
                users.all().stream()
                        .filter(it -> wanted.equals("all") || it.state().word().equals(wanted))
                        .map(it -> Colleague.of(it, caller.may(Permission.MANAGE_USERS)))
                        .toList());
    }

    /** One of them. */
    @GetMapping("/{id}")
    @Requires(Permission.MANAGE_USERS)
    Colleague show(@PathVariable UUID id) {
        return view(users.find(new UserId(id)).orElseThrow(NotFound::new));
    }

    /**
     * Changes a user. Other roles hold from their next request on, and end their sessions where
     * they allow more. Another address counts once its user has followed the link that is mailed
     * there within three days (see {@code /address-changes}), or at once where they have not come
     * yet; naming the one they have takes such a change back. 403 {@code beyond-own-permissions}
     * where the caller may do less than the user, before or after; 409 {@code email-taken}, {@code
     * last-administrator}.
     */
    @PatchMapping("/{id}")
    @Requires(value = Permission.MANAGE_USERS, fresh = true)
    Colleague change(
            SignedIn caller,
            @PathVariable UUID id,
            @Valid @RequestBody UserChanges changes,
            HttpServletRequest request) {
        return view(
                accounts.change(new UserId(id), changes.changes(), caller, Addresses.of(request)));
    }

    /**
     * Lets a user in no more, and ends their sessions, tokens, streams and mailed links at once.
     * 403 {@code beyond-own-permissions}, 409 {@code last-administrator}.
     */
    @PutMapping("/{id}/deactivation")
    @Requires(value = Permission.MANAGE_USERS, fresh = true)
    Colleague deactivate(SignedIn caller, @PathVariable UUID id) {
        return view(accounts.deactivate(new UserId(id), caller));
    }

    /**
     * Lets a user in again with the password they had; who had none yet needs another invitation.
     * 403 {@code beyond-own-permissions}.
     */
    @DeleteMapping("/{id}/deactivation")
    @Requires(value = Permission.MANAGE_USERS, fresh = true)
    Colleague reactivate(SignedIn caller, @PathVariable UUID id) {
        return view(accounts.reactivate(new UserId(id), caller));
    }

    private static Colleague view(User user) {
        return Colleague.of(user, true);
    }
}
