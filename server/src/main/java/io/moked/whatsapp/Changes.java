package io.moked.whatsapp;

import io.moked.channel.Channels;
import io.moked.channel.Channels.Located;
import io.moked.graph.Change;
import io.moked.graph.ChangeReader;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.whatsapp.DeliveryReader.Told;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells what Meta says beside messages to whoever reads it, and keeps what nobody can read. */
@Component
class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final List<ChangeReader> readers;
    private final Channels channels;
    private final UnreadChanges unread;
    private final TransactionTemplate transactions;

    Changes(
            ObjectProvider<ChangeReader> readers,
            Channels channels,
            UnreadChanges unread,
            TransactionTemplate transactions) {
        this.readers = readers.orderedStream().toList();
        this.channels = channels;
        this.unread = unread;
        this.transactions = transactions;
    }

    void tell(List<Told> told, Instant receivedAt) {
        unread.keep(told.stream().filter(it -> !isRead(it, receivedAt)).toList(), receivedAt);
    }

    private boolean isRead(Told told, Instant receivedAt) {
        var change =
                new Change(told.field(), told.account(), told.number(), told.value(), receivedAt);
        var concerned =
                readers.stream().filter(it -> it.fields().contains(change.field())).toList();
        if (concerned.isEmpty()) {
            return false;
        }
        var tenants = tenants(change);
        try {
            tenants.forEach(tenant -> TenantScope.run(tenant, () -> tell(change, concerned)));
        } catch (RuntimeException poison) {
            DeliveryWork.rethrowIfDatabaseIsAway(poison);
            LOG.warn(
                    "A change of {} could not be read and is kept: {}",
                    change.field(),
                    poison.getClass().getSimpleName());
            return false;
        }
        return !tenants.isEmpty();
    }

    private void tell(Change change, List<ChangeReader> concerned) {
        transactions.executeWithoutResult(tx -> concerned.forEach(it -> it.read(change)));
    }

    /** One number is one tenant's; the numbers of an account may be several tenants'. */
    private Set<TenantId> tenants(Change change) {
        return change.number() == null
                ? channels.tenantsOf(change.account())
                : channels.locate(change.number()).stream()
                        .map(Located::tenant)
                        .collect(Collectors.toSet());
    }
}
