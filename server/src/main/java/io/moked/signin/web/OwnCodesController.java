package io.moked.signin.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.factor.OneTimeCodes.Enrolment;
import io.moked.signin.Enrolments;
import io.moked.signin.Removals;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's authenticator app, and the codes on paper for when it is lost. */
@RestController
@RequestMapping("/api/v1/me")
class OwnCodesController {

    private final Enrolments enrolments;
    private final Removals removals;
    private final Door door;

    OwnCodesController(Enrolments enrolments, Removals removals, Door door) {
        this.enrolments = enrolments;
        this.removals = removals;
        this.door = door;
    }

    record FirstCode(@NotBlank String code) {}

    /**
     * Codes to keep on paper, told this once.
     *
     * @param recoveryCodes null where the caller has some already
     */
    record NewRecoveryCodes(@Nullable List<String> recoveryCodes) {}

    /**
     * Makes a secret for an authenticator app. It counts once a code of it was shown. 409 {@code
     * already-enrolled}.
     */
    @PostMapping("/one-time-code")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.OWN_PROOFS, fresh = true)
    Enrolment begin(SignedIn caller) {
        return enrolments.beginCodes(caller);
    }

    /**
     * Sets the authenticator app up by a first code of it, ends the caller's other sessions, and
     * gives this one a new secret. 403 {@code factor-refused}.
     */
    @PutMapping("/one-time-code")
    @Requires(value = Permission.OWN_PROOFS, fresh = true)
    NewRecoveryCodes confirm(
            SignedIn caller, @Valid @RequestBody FirstCode first, HttpServletResponse response) {
        var added = enrolments.confirmCodes(caller, first.code());
        door.setSecret(caller, added.secret(), response);
        return new NewRecoveryCodes(added.recoveryCodes());
    }

    /**
     * Removes the authenticator app and ends the caller's other sessions. 409 {@code
     * last-second-factor} where the business asks for one.
     */
    @DeleteMapping("/one-time-code")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.OWN_SECURITY, fresh = true)
    void remove(SignedIn caller) {
        removals.removeCodes(caller);
    }

    /** Makes ten new recovery codes; all earlier ones are void. 404 without a second factor. */
    @PostMapping("/recovery-codes")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.OWN_SECURITY, fresh = true)
    NewRecoveryCodes renew(SignedIn caller) {
        return new NewRecoveryCodes(enrolments.renewRecoveryCodes(caller));
    }
}
