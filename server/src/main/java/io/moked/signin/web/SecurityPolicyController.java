package io.moked.signin.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.factor.SecurityPolicies;
import io.moked.factor.SecurityPolicy;
import io.moked.signin.PolicyChange;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How strict the business is with those who sign in. */
@RestController
@RequestMapping("/api/v1/security-policy")
class SecurityPolicyController {

    private final SecurityPolicies policies;
    private final PolicyChange change;

    SecurityPolicyController(SecurityPolicies policies, PolicyChange change) {
        this.policies = policies;
        this.change = change;
    }

    /** The policy that holds. */
    @GetMapping
    @Requires(Permission.MANAGE_SECURITY_POLICY)
    SecurityPolicy show() {
        return policies.current();
    }

    /**
     * Changes the policy, at once also for those who are signed in: sessions that it no longer
     * allows end. 409 {@code own-factor-first} where the caller would have to have a second factor
     * and has none.
     */
    @PutMapping
    @Requires(value = Permission.MANAGE_SECURITY_POLICY, fresh = true)
    SecurityPolicy put(SignedIn caller, @Valid @RequestBody SecurityPolicy wanted) {
        change.put(wanted, caller);
        return policies.current();
    }
}
