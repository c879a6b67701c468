package io.moked.invitation.web;

import io.moked.access.Addresses;
import io.moked.access.Open;
import io.moked.access.User;
import io.moked.factor.SecurityPolicies;
import io.moked.invitation.AddressConfirmation;
import io.moked.invitation.Link;
import io.moked.invitation.PasswordChoice;
import io.moked.invitation.PasswordResets;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a mailed link opens: choosing a password, or confirming an address; and asking for such a
 * link.
 */
@RestController
@RequestMapping("/api/v1")
class PasswordLinkController {

    private final PasswordChoice choice;
    private final PasswordResets resets;
    private final AddressConfirmation confirmation;
    private final Tenants tenants;
    private final SecurityPolicies policies;

    PasswordLinkController(
            PasswordChoice choice,
            PasswordResets resets,
            AddressConfirmation confirmation,
            Tenants tenants,
            SecurityPolicies policies) {
        this.choice = choice;
        this.resets = resets;
        this.confirmation = confirmation;
        this.tenants = tenants;
        this.policies = policies;
    }

    record ForgottenPassword(@NotBlank @Size(max = User.EMAIL_LENGTH) String email) {}

    record ChosenPassword(@NotNull String password) {}

    /**
     * What a link is good for.
     *
     * @param email the address of its user, or the one they are to confirm
     * @param businessId whose user they are
     * @param passwordLength how many characters the password must have at least
     */
    record PasswordLink(
            Link.Kind kind,
            String name,
            String email,
            String language,
            String business,
            UUID businessId,
            int passwordLength,
            Instant expiresAt) {}

    /**
     * Mails a link for a new password, good for an hour. The answer is the same whether or not
     * anybody has the address. 429 {@code too-many-attempts}.
     */
    @PostMapping("/password-resets")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Open(because = "whoever asks has forgotten what would let them in")
    void forgot(@Valid @RequestBody ForgottenPassword forgotten, HttpServletRequest request) {
        resets.ask(forgotten.email().strip(), Addresses.of(request));
    }

    /**
     * Whose a link is and what for. Its secret, which stands behind the {@code #}, goes into the
     * header, so that no log of addresses has it. 404 {@code link-not-valid}.
     */
    @GetMapping("/password-link")
    @Open(because = "the link's secret is what lets somebody in")
    PasswordLink show(@RequestHeader("Link-Secret") String secret, HttpServletRequest request) {
        var chooser = choice.find(secret, Addresses.of(request));
        var link = chooser.link();
        var user = chooser.user();
        return TenantScope.call(
                link.tenant(),
                () ->
                        new PasswordLink(
                                link.kind(),
                                user.name(),
                                Objects.requireNonNullElse(link.email(), user.email()),
                                user.language(),
                                tenants.find(link.tenant()).orElseThrow(NotFound::new).name(),
                                link.tenant().value(),
                                policies.current().passwordLength(),
                                link.expiresAt()));
    }

    /**
     * Chooses the password; the link is used up and all sessions of its user end. 404 {@code
     * link-not-valid}, 400 {@code invalid-request} for a password that is too short or too common.
     */
    @PutMapping("/password-link/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(because = "the link's secret is what lets somebody in")
    void choose(
            @RequestHeader("Link-Secret") String secret,
            @Valid @RequestBody ChosenPassword chosen,
            HttpServletRequest request) {
        choice.choose(secret, chosen.password(), Addresses.of(request));
    }

    /**
     * Confirms the new address of a user, who signs in with it from now on; the link is used up.
     * 404 {@code link-not-valid}, 409 {@code email-taken}.
     */
    @PutMapping("/password-link/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(because = "the link's secret shows that the address is theirs")
    void confirm(@RequestHeader("Link-Secret") String secret, HttpServletRequest request) {
        confirmation.confirm(secret, Addresses.of(request));
    }
}
