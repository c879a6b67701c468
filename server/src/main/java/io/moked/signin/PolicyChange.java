package io.moked.signin;

import io.moked.access.Sessions;
import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.factor.SecurityPolicies;
import io.moked.factor.SecurityPolicy;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a business stricter or more lenient, for those who are signed in as well. */
@Component
public class PolicyChange {

    private final SecurityPolicies policies;
    private final SecondFactors secondFactors;
    private final Users users;
    private final Sessions sessions;
    private final Journal journal;

    PolicyChange(
            SecurityPolicies policies,
            SecondFactors secondFactors,
            Users users,
            Sessions sessions,
            Journal journal) {
        this.policies = policies;
        this.secondFactors = secondFactors;
        this.users = users;
        this.sessions = sessions;
        this.journal = journal;
    }

    @Transactional
    public void put(SecurityPolicy policy, SignedIn caller) {
        var everybody = users.all();
        if (binds(policy, caller, everybody) && !secondFactors.has(caller.user())) {
            throw new OwnFactorFirst();
        }
        policies.put(policy);
        sessions.comply(policy, everybody, caller.user());
        journal.append(
                Fact.of("signin.policy-changed", TenantScope.current().value())
                        .by(caller.user().value()));
    }

    private static boolean binds(
            SecurityPolicy policy, SignedIn caller, Collection<User> everybody) {
        return everybody.stream()
                .anyMatch(it -> it.id().equals(caller.user()) && it.isBoundBy(policy));
    }
}
