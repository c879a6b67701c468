package io.moked.signin.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.factor.PasskeyTalk.PasskeyRequest;
import io.moked.factor.PasskeyTalk.ShownPasskey;
import io.moked.factor.Passkeys;
import io.moked.kernel.Invalid;
import io.moked.signin.Shown;
import io.moked.signin.SignIn;
import io.moked.signin.web.Door.OwnSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Showing more of who one is, in a session that is open. */
@RestController
@RequestMapping("/api/v1/session")
class ProofController {

    private final SignIn signIn;
    private final Passkeys passkeys;
    private final Door door;

    ProofController(SignIn signIn, Passkeys passkeys, Door door) {
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.door = door;
    }

    /** Exactly one of these. */
    record SecondFactor(
            @Nullable String code,
            @Nullable String recoveryCode,
            @Valid @Nullable ShownPasskey passkey) {

        Shown shown() {
            return only(
                    code == null ? null : new Shown.Code(code),
                    recoveryCode == null ? null : new Shown.RecoveryCode(recoveryCode),
                    passkey == null ? null : new Shown.Signature(passkey));
        }
    }

    /** Exactly one of these. */
    record Confirmation(
            @Nullable String password,
            @Nullable String code,
            @Valid @Nullable ShownPasskey passkey) {

        Shown shown() {
            return only(
                    password == null ? null : new Shown.Password(password),
                    code == null ? null : new Shown.Code(code),
                    passkey == null ? null : new Shown.Signature(passkey));
        }
    }

    private static Shown only(@Nullable Shown... choices) {
        var shown = Stream.of(choices).filter(Objects::nonNull).toList();
        if (shown.size() != 1) {
            throw new Invalid("body", "one-of");
        }
        return shown.getFirst();
    }

    /** Asks for one of the caller's own passkeys; good for one answer within five minutes. */
    @PostMapping("/factor-challenge")
    @Requires(Permission.OWN_SESSION)
    PasskeyRequest challenge(SignedIn caller) {
        return passkeys.request(caller.user().value());
    }

    /**
     * Completes a session that is {@code second-factor-required}, and gives it a new secret. 403
     * {@code factor-refused}, 429 {@code too-many-attempts}.
     */
    @PostMapping("/second-factor")
    @Requires(Permission.OWN_SESSION)
    OwnSession complete(
            SignedIn caller,
            @Valid @RequestBody SecondFactor factor,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = signIn.complete(caller, factor.shown(), door.visitor(request));
        return door.enter(opened, response);
    }

    /**
     * Shows that it is still the caller who sits there, as dangerous actions ask for with 403
     * {@code confirm-it-is-you}, and gives the session a new secret. 403 {@code factor-refused},
     * 429 {@code too-many-attempts}.
     */
    @PostMapping("/confirmation")
    @Requires(Permission.OWN_PROOFS)
    OwnSession confirm(
            SignedIn caller,
            @Valid @RequestBody Confirmation confirmation,
            HttpServletRequest request,
            HttpServletResponse response) {
        var opened = signIn.confirm(caller, confirmation.shown(), door.visitor(request));
        return door.enter(opened, response);
    }
}
