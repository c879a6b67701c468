package io.moked.signin.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.signin.Removals;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How colleagues sign in, as far as an administrator may step in. */
@RestController
@RequestMapping("/api/v1/users/{id}")
class UserSecurityController {

    private final Removals removals;

    UserSecurityController(Removals removals) {
        this.removals = removals;
    }

    /** Ends all sessions of a user, and what they listen to. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_USERS, fresh = true)
    void endSessions(SignedIn caller, @PathVariable UUID id) {
        removals.endSessions(new UserId(id), caller);
    }

    /**
     * Removes a user's authenticator app, recovery codes and passkeys, for whoever has lost theirs,
     * and ends their sessions.
     */
    @DeleteMapping("/second-factors")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.MANAGE_USERS, fresh = true)
    void removeFactors(SignedIn caller, @PathVariable UUID id) {
        removals.removeAll(new UserId(id), caller);
    }
}
