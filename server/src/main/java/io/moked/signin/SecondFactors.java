package io.moked.signin;

import io.moked.access.Credential.Standing;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.factor.Factor;
import io.moked.factor.OneTimeCodes;
import io.moked.factor.Passkeys;
import io.moked.factor.RecoveryCodes;
import io.moked.factor.SecurityPolicies;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a user can show after the password, and whether they must. */
@Component
public class SecondFactors {

    private final OneTimeCodes codes;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final SecurityPolicies policies;

    SecondFactors(
            OneTimeCodes codes,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            SecurityPolicies policies) {
        this.codes = codes;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.policies = policies;
    }

    public Set<Factor> of(UserId user) {
        var factors = EnumSet.noneOf(Factor.class);
        if (codes.since(user.value()).isPresent()) {
            factors.add(Factor.ONE_TIME_CODE);
        }
        if (!passkeys.of(user.value()).isEmpty()) {
            factors.add(Factor.PASSKEY);
        }
        if (recoveryCodes.left(user.value()) > 0) {
            factors.add(Factor.RECOVERY_CODE);
        }
        return factors;
    }

    boolean has(UserId user) {
        var factors = of(user);
        return factors.contains(Factor.ONE_TIME_CODE) || factors.contains(Factor.PASSKEY);
    }

    public boolean mustHave(User user) {
        return user.isBoundBy(policies.current());
    }

    /** How far the right password alone brings a user. */
    Standing standing(User user) {
        if (has(user.id())) {
            return Standing.SECOND_FACTOR_REQUIRED;
        }
        return mustHave(user) ? Standing.ENROLMENT_REQUIRED : Standing.COMPLETE;
    }
}
