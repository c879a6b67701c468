package io.moked.invitation;

import io.moked.access.UserAccounts;
import io.moked.access.Users;
import io.moked.invitation.PasswordChoice.Chooser;
import io.moked.tenancy.TenantScope;
import java.net.InetAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody does who comes with a link that went to their new address: they say yes, once. */
@Component
public class AddressConfirmation {

    private final PasswordChoice followed;
    private final LinkStore store;
    private final Links links;
    private final AddressChanges changes;
    private final Users users;
    private final UserAccounts accounts;
    private final TransactionTemplate transactions;

    AddressConfirmation(
            PasswordChoice followed,
            LinkStore store,
            Links links,
            AddressChanges changes,
            Users users,
            UserAccounts accounts,
            TransactionTemplate transactions) {
        this.followed = followed;
        this.store = store;
        this.links = links;
        this.changes = changes;
        this.users = users;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /** From now on they sign in with it; links that went to the address before are void. */
    public void confirm(String secret, InetAddress from) {
        var chooser = followed.find(secret, from);
        TenantScope.run(
                chooser.link().tenant(),
                () -> transactions.executeWithoutResult(tx -> move(chooser)));
    }

    private void move(Chooser chooser) {
        var link = chooser.link();
        var address = link.email();
        var before = users.hold(link.user()).orElseThrow(LinkNotValid::new);
        var isTheirs = store.take(link.user(), link.kind()).stream().anyMatch(link::equals);
        if (address == null || !isTheirs || !before.isActive()) {
            throw new LinkNotValid();
        }
        accounts.move(before, address);
        links.takeBack(link.user());
        changes.tellChanged(before);
    }
}
