package io.moked.signin.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.Session;
import io.moked.access.Sessions;
import io.moked.access.SignedIn;
import io.moked.factor.Factor;
import io.moked.kernel.Slice;
import io.moked.signin.SignIn;
import io.moked.signin.web.Door.OwnSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller is signed in, and the password that lets them in. */
@RestController
@RequestMapping("/api/v1/me")
class OwnSessionsController {

    private final Sessions sessions;
    private final SignIn signIn;
    private final Door door;

    OwnSessionsController(Sessions sessions, SignIn signIn, Door door) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.door = door;
    }

    /**
     * An open session of the caller's.
     *
     * @param current whether it is the one that asks
     * @param browser its kind, such as {@code Chrome}; null if unknown
     * @param system what it runs on, such as {@code Linux}; null if unknown
     * @param address an IP address, or of an older session its network
     * @param factors what was shown in it
     */
    record OpenSession(
            UUID id,
            boolean current,
            @Nullable String browser,
            @Nullable String system,
            @Nullable String address,
            Instant openedAt,
            Instant seenAt,
            Instant endsAt,
            List<Factor> factors) {}

    record PasswordChange(@NotBlank String current, @NotBlank String password) {}

    /** The caller's open sessions, the one last used first. */
    @GetMapping("/sessions")
    @Requires(Permission.OWN_SECURITY)
    Slice<OpenSession> list(SignedIn caller) {
        var current = caller.credential().id();
        return Slice.whole(
                sessions.of(caller.user()).stream().map(it -> view(it, current)).toList());
    }

    private static OpenSession view(Session session, UUID current) {
        return new OpenSession(
                session.id(),
                session.id().equals(current),
                session.browser(),
                session.system(),
                session.address(),
                session.openedAt(),
                session.seenAt(),
                session.endsAt(),
                List.copyOf(session.factors()));
    }

    /** Ends one of the caller's sessions, and what it listens to. */
    @DeleteMapping("/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OWN_SECURITY)
    void end(SignedIn caller, @PathVariable UUID id) {
        sessions.end(caller, id);
    }

    /** Ends all of the caller's sessions but this one. */
    @DeleteMapping("/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OWN_SECURITY)
    void endOthers(SignedIn caller) {
        sessions.endOthers(caller);
    }

    /**
     * Changes the password, ends the caller's other sessions, and gives this one a new secret. 403
     * {@code factor-refused} where the current one is wrong; 400 with {@code too-short}, {@code
     * too-long} or {@code too-common} for {@code password}; 429 {@code too-many-attempts}.
     */
    @PutMapping("/password")
    @Requires(Permission.OWN_SECURITY)
    OwnSession changePassword(
            SignedIn caller,
            @Valid @RequestBody PasswordChange change,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened =
                signIn.changePassword(
                        caller, change.current(), change.password(), door.visitor(request));
        return door.enter(opened, response);
    }
}
