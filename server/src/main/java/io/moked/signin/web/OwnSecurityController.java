package io.moked.signin.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.Users;
import io.moked.factor.OneTimeCodes;
import io.moked.factor.Passkey;
import io.moked.factor.Passkeys;
import io.moked.factor.RecoveryCodes;
import io.moked.factor.SecurityPolicies;
import io.moked.kernel.NotFound;
import io.moked.signin.SecondFactors;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the caller signs in. */
@RestController
class OwnSecurityController {

    private final OneTimeCodes codes;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final SecurityPolicies policies;
    private final SecondFactors secondFactors;
    private final Users users;

    OwnSecurityController(
            OneTimeCodes codes,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            SecurityPolicies policies,
            SecondFactors secondFactors,
            Users users) {
        this.codes = codes;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.policies = policies;
        this.secondFactors = secondFactors;
        this.users = users;
    }

    /**
     * What the caller has to sign in with.
     *
     * @param oneTimeCodeSince since when an authenticator app is set up; null if none is
     * @param secondFactorRequired whether the business asks for a second factor
     * @param passwordLength the fewest characters of a new password
     */
    record OwnSecurity(
            @Nullable Instant oneTimeCodeSince,
            int recoveryCodesLeft,
            List<Passkey> passkeys,
            boolean secondFactorRequired,
            int passwordLength) {}

    /** What the caller has to sign in with, and what the business asks for. */
    @GetMapping("/api/v1/me/security")
    @Requires(Permission.OWN_PROOFS)
    OwnSecurity show(SignedIn caller) {
        var user = users.find(caller.user()).orElseThrow(NotFound::new);
        var id = caller.user().value();
        return new OwnSecurity(
                codes.since(id).orElse(null),
                recoveryCodes.left(id),
                passkeys.of(id),
                secondFactors.mustHave(user),
                policies.current().passwordLength());
    }
}
