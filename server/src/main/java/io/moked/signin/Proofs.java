package io.moked.signin;

import io.moked.access.Credential.Standing;
import io.moked.access.Passwords;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.factor.Factor;
import io.moked.factor.FactorRefused;
import io.moked.factor.Gate;
import io.moked.factor.OneTimeCodes;
import io.moked.factor.Passkeys;
import io.moked.factor.RecoveryCodes;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges what a caller shows, after the try has been counted. */
@Component
class Proofs {

    private final Users users;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final Attempts attempts;
    private final Journal journal;
    private final TransactionTemplate transactions;

    Proofs(
            Users users,
            Passwords passwords,
            OneTimeCodes codes,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            Attempts attempts,
            Journal journal,
            TransactionTemplate transactions) {
        this.users = users;
        this.passwords = passwords;
        this.codes = codes;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** Says which factor was shown, or refuses what does not prove the caller. */
    Factor judge(SignedIn caller, Shown shown, Visitor visitor) {
        var user = users.find(caller.user()).orElseThrow(NotFound::new);
        var attempt = attempts.enter(gate(shown), caller, visitor);
        try {
            var factor = judge(user, shown);
            attempt.right();
            return factor;
        } catch (FactorRefused refused) {
            tell(caller);
            throw refused;
        }
    }

    private static Gate gate(Shown shown) {
        return shown instanceof Shown.Password ? Gate.PASSWORD : Gate.SECOND_FACTOR;
    }

    private Factor judge(User user, Shown shown) {
        var id = user.id().value();
        return switch (shown) {
            case Shown.Password it ->
                    ifRight(passwords.isOf(user.id(), it.words()), Factor.PASSWORD);
            case Shown.Code it -> ifRight(codes.prove(id, it.digits()), Factor.ONE_TIME_CODE);
            case Shown.RecoveryCode it ->
                    ifRight(recoveryCodes.use(id, it.letters()), Factor.RECOVERY_CODE);
            case Shown.Signature it -> {
                passkeys.prove(id, it.of());
                yield Factor.PASSKEY;
            }
        };
    }

    private static Factor ifRight(boolean right, Factor factor) {
        if (!right) {
            throw new FactorRefused();
        }
        return factor;
    }

    /** Whoever fails here has come in by the right password before: its owner should know. */
    private void tell(SignedIn caller) {
        var user = caller.user().value();
        var kind =
                caller.credential().standing() == Standing.SECOND_FACTOR_REQUIRED
                        ? "signin.second-factor-failed"
                        : "signin.confirmation-failed";
        var fact = Fact.of(kind, user).by(user).with("session", caller.credential().id());
        transactions.executeWithoutResult(tx -> journal.append(fact));
    }
}
