package io.moked.signin;

import io.moked.access.Sessions;
import io.moked.access.SignedIn;
import io.moked.factor.SecurityPolicies;
import io.moked.factor.SecurityPolicy;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a business stricter or more lenient, for those who are signed in as well. */
@Component
public class PolicyChange {

    private final SecurityPolicies policies;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Journal journal;

    PolicyChange(
            SecurityPolicies policies,
            SecondFactors secondFactors,
            Sessions sessions,
            Journal journal) {
        this.policies = policies;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.journal = journal;
    }

    @Transactional
    public void put(SecurityPolicy policy, SignedIn caller) {
        if (caller.role().needsSecondFactor(policy) && !secondFactors.has(caller.user())) {
            throw new OwnFactorFirst();
        }
        policies.put(policy);
        sessions.comply(policy, caller.user());
        journal.append(
                Fact.of("signin.policy-changed", TenantScope.current().value())
                        .by(caller.user().value()));
    }
}
