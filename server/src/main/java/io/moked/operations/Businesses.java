package io.moked.operations;

import io.moked.access.Callers;
import io.moked.access.Role;
import io.moked.access.Roles.WantedRole;
import io.moked.access.SignedIn;
import io.moked.access.UserAccounts.Invited;
import io.moked.invitation.Invitations;
import io.moked.invitation.Invitations.Invitation;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.NotFound;
import io.moked.routing.Departments;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.Tenant.State;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds businesses, and turns their subscriptions off and on. */
@Component
public class Businesses {

    private final Tenants tenants;
    private final Invitations invitations;
    private final Departments departments;
    private final Journal journal;
    private final TransactionTemplate transactions;

    Businesses(
            Tenants tenants,
            Invitations invitations,
            Departments departments,
            Journal journal,
            TransactionTemplate transactions) {
        this.tenants = tenants;
        this.invitations = invitations;
        this.departments = departments;
        this.journal = journal;
        this.transactions = transactions;
    }

    /** What a new business is called, and who is its first administrator. */
    public record NewBusiness(
            String name, String language, String administratorName, String administratorEmail) {}

    /** A business just founded, and how its administrator was asked in. */
    public record Founded(Tenant business, Invitation invitation) {}

    /**
     * Founds a business, ready for its administrator to come.
     *
     * @param by null where whoever runs the installation does it
     */
    public Founded found(NewBusiness wanted, @Nullable SignedIn by) {
        var founded =
                tenants.found(
                        wanted.name(),
                        wanted.language(),
                        it -> new Founded(it, TenantScope.call(it.id(), () -> furnish(wanted))));
        tell(founded.business(), "operations.tenant-founded", by);
        return founded;
    }

    /** Asks the administrator of a new business once more, as long as nobody has come. */
    public Founded inviteAgain(TenantId id, InetAddress from) {
        var business = find(id);
        return new Founded(
                business, TenantScope.call(id, () -> invitations.inviteFirstAgain(from)));
    }

    private Tenant find(TenantId id) {
        return tenants.find(id)
                .filter(it -> it.kind() == Tenant.Kind.BUSINESS)
                .orElseThrow(NotFound::new);
    }

    private Invitation furnish(NewBusiness wanted) {
        var administrator =
                first(
                        wanted.administratorName(),
                        wanted.administratorEmail(),
                        wanted.language(),
                        Role.ADMINISTRATOR);
        return transactions.execute(tx -> {
            departments.addStandard(wanted.language().equals("he") ? "כללי" : "General");
            return invitations.inviteFirst(administrator);
        });
    }

    private static Invited first(String name, String email, String language, Role role) {
        return new Invited(name, email, language, List.of(new WantedRole(role.word(), null)));
    }

    /** Asks somebody in to run the platform. */
    public Invitation addOperator(String name, String email, String language) {
        return TenantScope.call(
                tenants.platformOrNew(language).id(),
                () -> invitations.inviteFirst(first(name, email, language, Role.OPERATOR)));
    }

    /**
     * Lets nobody in any more, or lets them in again. Whoever is in must go, and is told so each
     * time, so that asking again helps where the telling failed.
     */
    public Tenant turn(TenantId id, State state, @Nullable SignedIn by) {
        find(id);
        boolean turned = tenants.turn(id, state);
        var business = find(id);
        if (state != State.ACTIVE) {
            var closed = Fact.of(Callers.TENANT_CLOSED, id.value()).with("state", state);
            TenantScope.run(id, () -> append(closed));
        } else if (turned) {
            TenantScope.run(id, () -> append(Fact.of("access.tenant-opened", id.value())));
        }
        if (turned) {
            tell(business, "operations.tenant-turned", by);
        }
        return business;
    }

    /** What the platform does with a business stands in the platform's own journal. */
    private void tell(Tenant business, String kind, @Nullable SignedIn by) {
        var actor = by == null ? null : by.user().value();
        var fact = Fact.of(kind, business.id().value()).by(actor).with("state", business.state());
        tenants.platform().ifPresent(it -> TenantScope.run(it.id(), () -> append(fact)));
    }

    private void append(Fact fact) {
        transactions.executeWithoutResult(tx -> journal.append(fact));
    }
}
