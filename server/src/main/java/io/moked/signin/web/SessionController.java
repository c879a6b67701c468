package io.moked.signin.web;

import io.moked.access.Open;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.factor.PasskeyTalk.PasskeyRequest;
import io.moked.factor.PasskeyTalk.ShownPasskey;
import io.moked.factor.Passkeys;
import io.moked.signin.SignIn;
import io.moked.signin.SignIn.Opened;
import io.moked.signin.web.Door.OwnSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out of the console. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Door door;

    SessionController(SignIn signIn, Passkeys passkeys, Door door) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.door = door;
    }

    /**
     * @param business which to sign in to, of those that {@code which-business} has told; the only
     *     one where none is named
     */
    record Credentials(
            @NotBlank String email, @NotBlank String password, @Nullable UUID business) {}

    /**
     * Opens a session with a password and sets its cookie. What it may do says {@code standing}:
     * everything ({@code complete}), nothing but {@code /session/second-factor} ({@code
     * second-factor-required}), or nothing but setting up a second factor under {@code /me} ({@code
     * enrolment-required}). 401 {@code sign-in-failed}, 403 {@code tenant-closed}, 409 {@code
     * which-business} with {@code businesses} (id and name of each) where address and password are
     * right for several, 429 {@code too-many-attempts}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Open(because = "nobody is signed in before signing in")
    OwnSession open(
            @Valid @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(
                signIn.withPassword(
                        credentials.email().strip(),
                        credentials.password(),
                        credentials.business(),
                        door.visitor(request)),
                request,
                response);
    }

    /** Asks for any passkey of this site; good for one answer within five minutes. */
    @PostMapping("/passkey-challenge")
    @Open(because = "nobody is signed in before signing in")
    PasskeyRequest challenge() {
        return passkeys.request();
    }

    /**
     * Opens a session with a passkey, which is enough by itself. 403 {@code factor-refused}, {@code
     * tenant-closed}, 429 {@code too-many-attempts}.
     */
    @PostMapping("/passkey")
    @ResponseStatus(HttpStatus.CREATED)
    @Open(because = "nobody is signed in before signing in")
    OwnSession openWithPasskey(
            @Valid @RequestBody ShownPasskey passkey,
            HttpServletRequest request,
            HttpServletResponse response) {
        return enter(signIn.withPasskey(passkey, door.visitor(request)), request, response);
    }

    private OwnSession enter(
            Opened opened, HttpServletRequest request, HttpServletResponse response) {
        signIn.leave((SignedIn) request.getUserPrincipal());
        return door.enter(opened, response);
    }

    /** What the session lacks, and until when it stands. */
    @GetMapping
    @Requires(Permission.OWN_SESSION)
    OwnSession show(SignedIn caller) {
        return door.session(caller);
    }

    /** Ends the session. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OWN_SESSION)
    void close(SignedIn caller, HttpServletResponse response) {
        signIn.leave(caller);
        door.forget(response);
    }
}
