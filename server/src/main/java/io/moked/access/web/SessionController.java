package io.moked.access.web;

import io.moked.access.Open;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignIn;
import io.moked.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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
    private final MeView view;

    SessionController(SignIn signIn, MeView view) {
        this.signIn = signIn;
        this.view = view;
    }

    record Credentials(@NotBlank String email, @NotBlank String password) {}

    /**
     * Opens a session and sets its cookie. 401 {@code sign-in-failed}, 429 {@code
     * too-many-attempts}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Open(because = "nobody is signed in before signing in")
    MeView.Me open(
            @Valid @RequestBody Credentials credentials,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = signIn.signIn(credentials.email().strip(), credentials.password());
        var cookie = SessionCookie.write(request, opened.secret(), opened.life());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie);
        return view.of(opened.caller());
    }

    /** Ends the session. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.OWN_ACCOUNT)
    void close(SignedIn caller, HttpServletRequest request, HttpServletResponse response) {
        SessionCookie.read(request).ifPresent(secret -> signIn.signOut(caller, secret));
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.write(request, "", Duration.ZERO));
        response.addHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    }
}
