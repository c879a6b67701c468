package io.moked.signin;

import io.moked.access.Credential.Standing;
import io.moked.access.Sessions;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.factor.Factor;
import io.moked.factor.FactorRefused;
import io.moked.factor.OneTimeCodes;
import io.moked.factor.Passkey;
import io.moked.factor.PasskeyTalk.NewPasskey;
import io.moked.factor.PasskeyTalk.PasskeyCreation;
import io.moked.factor.Passkeys;
import io.moked.factor.RecoveryCodes;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adding second factors. The session that adds one has shown it; the user's others end. */
@Component
public class Enrolments {

    private final Users users;
    private final Tenants tenants;
    private final OneTimeCodes codes;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Journal journal;

    Enrolments(
            Users users,
            Tenants tenants,
            OneTimeCodes codes,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            SecondFactors secondFactors,
            Sessions sessions,
            Journal journal) {
        this.users = users;
        this.tenants = tenants;
        this.codes = codes;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.journal = journal;
    }

    /**
     * A factor is added.
     *
     * @param secret the session's new one
     * @param recoveryCodes with the first factor; null with further ones
     */
    public record Added(String secret, @Nullable List<String> recoveryCodes) {}

    /** A passkey is added. */
    public record PasskeyAdded(Passkey passkey, Added added) {}

    @Transactional
    public OneTimeCodes.Enrolment beginCodes(SignedIn caller) {
        var user = user(caller);
        var business = tenants.find(TenantScope.current()).orElseThrow(NotFound::new).name();
        return codes.begin(caller.user().value(), user.email(), business + " (Moked)")
                .orElseThrow(AlreadyEnrolled::new);
    }

    @Transactional
    public Added confirmCodes(SignedIn caller, String code) {
        boolean first = !secondFactors.has(caller.user());
        if (!codes.confirm(caller.user().value(), code)) {
            throw new FactorRefused();
        }
        return added(caller, Factor.ONE_TIME_CODE, first);
    }

    @Transactional(readOnly = true)
    public PasskeyCreation beginPasskey(SignedIn caller) {
        var user = user(caller);
        return passkeys.creation(user.id().value(), user.email(), user.name());
    }

    @Transactional
    public PasskeyAdded addPasskey(SignedIn caller, String label, NewPasskey shown) {
        boolean first = !secondFactors.has(caller.user());
        var passkey = passkeys.add(caller.user().value(), label, shown);
        return new PasskeyAdded(passkey, added(caller, Factor.PASSKEY, first));
    }

    private User user(SignedIn caller) {
        return users.find(caller.user()).orElseThrow(NotFound::new);
    }

    private Added added(SignedIn caller, Factor factor, boolean first) {
        sessions.endOthers(caller);
        var secret = sessions.renew(caller, factor, Standing.COMPLETE);
        tell("signin.factor-added", caller.user(), factor);
        return new Added(secret, first ? recoveryCodes.renew(caller.user().value()) : null);
    }

    @Transactional
    public List<String> renewRecoveryCodes(SignedIn caller) {
        if (!secondFactors.has(caller.user())) {
            throw new NotFound();
        }
        tell("signin.recovery-codes-renewed", caller.user(), Factor.RECOVERY_CODE);
        return recoveryCodes.renew(caller.user().value());
    }

    private void tell(String kind, UserId user, Factor factor) {
        journal.append(Fact.of(kind, user.value()).by(user.value()).with("factor", factor));
    }
}
