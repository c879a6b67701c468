package io.moked.signin;

import io.moked.access.Sessions;
import io.moked.access.SignedIn;
import io.moked.access.UserAccounts;
import io.moked.access.UserId;
import io.moked.access.Users;
import io.moked.factor.Factor;
import io.moked.factor.OneTimeCodes;
import io.moked.factor.Passkeys;
import io.moked.factor.RecoveryCodes;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removing second factors: one's own, or all of somebody who has lost theirs. */
@Component
public class Removals {

    private final Users users;
    private final UserAccounts accounts;
    private final OneTimeCodes codes;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Journal journal;

    Removals(
            Users users,
            UserAccounts accounts,
            OneTimeCodes codes,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            SecondFactors secondFactors,
            Sessions sessions,
            Journal journal) {
        this.users = users;
        this.accounts = accounts;
        this.codes = codes;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.journal = journal;
    }

    @Transactional
    public void removeCodes(SignedIn caller) {
        if (!codes.remove(caller.user().value())) {
            throw new NotFound();
        }
        removed(caller, Factor.ONE_TIME_CODE);
    }

    @Transactional
    public void removePasskey(SignedIn caller, UUID id) {
        passkeys.remove(caller.user().value(), id);
        removed(caller, Factor.PASSKEY);
    }

    private void removed(SignedIn caller, Factor factor) {
        if (!secondFactors.has(caller.user())) {
            if (secondFactors.mustHave(users.find(caller.user()).orElseThrow(NotFound::new))) {
                throw new LastSecondFactor();
            }
            recoveryCodes.remove(caller.user().value());
        }
        sessions.endOthers(caller);
        journal.append(
                Fact.of("signin.factor-removed", caller.user().value())
                        .by(caller.user().value())
                        .with("factor", factor));
    }

    /** For somebody who cannot show any more what they had: they sign in and enrol anew. */
    @Transactional
    public void removeAll(UserId user, SignedIn by) {
        accounts.mustNotBeBelow(by, user);
        codes.remove(user.value());
        passkeys.removeAll(user.value());
        recoveryCodes.remove(user.value());
        sessions.endAll(user, by.user());
        journal.append(Fact.of("signin.factors-removed", user.value()).by(by.user().value()));
    }

    /** Ends all sessions of a user. */
    @Transactional
    public void endSessions(UserId user, SignedIn by) {
        accounts.mustNotBeBelow(by, user);
        sessions.endAll(user, by.user());
    }
}
