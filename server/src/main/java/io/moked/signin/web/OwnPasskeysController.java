package io.moked.signin.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.factor.Passkey;
import io.moked.factor.PasskeyTalk.NewPasskey;
import io.moked.factor.PasskeyTalk.PasskeyCreation;
import io.moked.factor.Passkeys;
import io.moked.signin.Enrolments;
import io.moked.signin.Removals;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's passkeys; {@code GET /me/security} lists them. */
@RestController
@RequestMapping("/api/v1/me")
class OwnPasskeysController {

    private final Enrolments enrolments;
    private final Removals removals;
    private final Passkeys passkeys;
    private final Door door;

    OwnPasskeysController(Enrolments enrolments, Removals removals, Passkeys passkeys, Door door) {
        this.enrolments = enrolments;
        this.removals = removals;
        this.passkeys = passkeys;
        this.door = door;
    }

    record LabelledPasskey(
            @NotBlank @Size(max = 100) String label, @Valid @NotNull NewPasskey passkey) {}

    record PasskeyLabel(@NotBlank @Size(max = 100) String label) {}

    /**
     * A passkey just added.
     *
     * @param recoveryCodes with the first second factor, told this once; otherwise null
     */
    record AddedPasskey(Passkey passkey, @Nullable List<String> recoveryCodes) {}

    /** Asks for a new passkey; good for one answer within five minutes. */
    @PostMapping("/passkey-challenge")
    @Requires(value = Permission.OWN_PROOFS, fresh = true)
    PasskeyCreation challenge(SignedIn caller) {
        return enrolments.beginPasskey(caller);
    }

    /**
     * Adds a passkey, ends the caller's other sessions, and gives this one a new secret. 403 {@code
     * factor-refused}.
     */
    @PostMapping("/passkeys")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.OWN_PROOFS, fresh = true)
    AddedPasskey add(
            SignedIn caller,
            @Valid @RequestBody LabelledPasskey wanted,
            HttpServletResponse response) {
        var done = enrolments.addPasskey(caller, wanted.label().strip(), wanted.passkey());
        door.setSecret(caller, done.added().secret(), response);
        return new AddedPasskey(done.passkey(), done.added().recoveryCodes());
    }

    /** Gives a passkey another label. */
    @PatchMapping("/passkeys/{id}")
    @Requires(Permission.OWN_SECURITY)
    Passkey rename(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody PasskeyLabel wanted) {
        return passkeys.rename(caller.user().value(), id, wanted.label().strip());
    }

    /**
     * Removes a passkey and ends the caller's other sessions. 409 {@code last-second-factor} where
     * the business asks for one.
     */
    @DeleteMapping("/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(value = Permission.OWN_SECURITY, fresh = true)
    void remove(SignedIn caller, @PathVariable UUID id) {
        removals.removePasskey(caller, id);
    }
}
