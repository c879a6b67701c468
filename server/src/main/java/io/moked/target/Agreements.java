package io.moked.target;

import io.moked.access.Roles.KnownDepartments;
import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the tenant in scope promises. */
@Component
public class Agreements {

    private final AgreementStore store;
    private final KnownDepartments departments;
    private final TargetBell bell;
    private final Journal journal;

    Agreements(
            AgreementStore store, KnownDepartments departments, TargetBell bell, Journal journal) {
        this.store = store;
        this.departments = departments;
        this.bell = bell;
        this.journal = journal;
    }

    @Transactional(readOnly = true)
    public Agreement current() {
        return store.find().orElse(Agreement.NONE);
    }

    @Transactional(readOnly = true)
    public List<Pledge> of(UUID department) {
        mustBeKnown(department);
        return current().pledges().stream()
                .filter(it -> it.department().equals(department))
                .toList();
    }

    /** From now on a department promises these and nothing else, also about what is open. */
    @Transactional
    public void replace(UUID department, List<Pledge> pledges, UserId by) {
        mustBeKnown(department);
        check(pledges);
        store.renew(Agreement.USUAL_PERCENT);
        store.replace(department, pledges);
        tell(department, by);
    }

    private void mustBeKnown(UUID department) {
        if (!departments.areKnown(Set.of(department))) {
            throw new NotFound();
        }
    }

    private static void check(List<Pledge> pledges) {
        var subjects = new HashSet<Pledge.Subject>();
        for (int n = 0; n < pledges.size(); n++) {
            var it = pledges.get(n);
            if (it.minutes() < 1 || it.minutes() > Limit.TARGET_MINUTES.value()) {
                throw new Invalid("targets." + n + ".minutes", "out-of-range");
            }
            if (!subjects.add(it.subject())) {
                throw new Invalid("targets." + n, "twice");
            }
        }
    }

    /** After which part of its time a target is endangered. */
    @Transactional
    public void warnAfter(int percent, UserId by) {
        store.renew(Agreement.USUAL_PERCENT);
        store.warnAfter(percent);
        tell(TenantScope.current().value(), by);
    }

    private void tell(UUID subject, UserId by) {
        journal.append(Fact.of("target.changed", subject).by(by.value()));
        bell.ringAfterCommit();
    }
}
