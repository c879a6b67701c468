package io.moked.whatsapp;

import io.moked.channel.Channels;
import io.moked.channel.Connections;
import io.moked.channel.Connections.Connected;
import io.moked.graph.Change;
import io.moked.graph.ChangeReader;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.whatsapp.DeliveryReader.Told;
import io.moked.whatsapp.DeliveryStore.Arrived;
import io.moked.whatsapp.DeliveryStore.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells what Meta says beside messages to whoever reads it, and keeps what nobody can read. */
@Component
class Changes {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private static final Duration MOST_AHEAD = Duration.ofHours(1);

    private final List<ChangeReader> readers;
    private final Channels channels;
    private final Connections connections;
    private final UnreadChanges unread;
    private final DeadLetters deadLetters;
    private final TransactionTemplate transactions;

    Changes(
            ObjectProvider<ChangeReader> readers,
            Channels channels,
            Connections connections,
            UnreadChanges unread,
            DeadLetters deadLetters,
            TransactionTemplate transactions) {
        this.readers = readers.orderedStream().toList();
        this.channels = channels;
        this.connections = connections;
        this.unread = unread;
        this.deadLetters = deadLetters;
        this.transactions = transactions;
    }

    void tell(List<Told> told, Delivery from) {
        var kept = new ArrayList<Told>();
        var foreign = new ArrayList<Arrived>();
        for (var it : told) {
            var connected = connected(it, from);
            var tenants = tenants(connected, from);
            if (tenants.isEmpty() && !connected.isEmpty()) {
                foreign.add(new Arrived(from.lane(), from.receivedAt(), it.body(), from.app()));
            } else if (!isRead(it, tenants, from.receivedAt())) {
                kept.add(it);
            }
        }
        unread.keep(kept, from);
        deadLetters.keep(foreign, SetAside.FOREIGN);
    }

    /** Those who are connected through the app that signed it. */
    private static Set<TenantId> tenants(Set<Connected> connected, Delivery from) {
        return connected.stream()
                .filter(it -> Objects.equals(it.appId(), from.app()))
                .map(Connected::tenant)
                .collect(Collectors.toSet());
    }

    private boolean isRead(Told told, Set<TenantId> tenants, Instant receivedAt) {
        var change =
                new Change(
                        told.field(),
                        told.account(),
                        told.number(),
                        told.value(),
                        believable(told.at(), receivedAt),
                        receivedAt);
        var concerned =
                readers.stream().filter(it -> it.fields().contains(change.field())).toList();
        if (concerned.isEmpty()) {
            return false;
        }
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

    /**
     * Clocks differ a little; but what is said to be of another day would be the last word for
     * ever.
     */
    private static Instant believable(@Nullable Instant at, Instant receivedAt) {
        return at == null || at.isAfter(receivedAt.plus(MOST_AHEAD)) ? receivedAt : at;
    }

    private void tell(Change change, List<ChangeReader> concerned) {
        transactions.executeWithoutResult(tx -> concerned.forEach(it -> it.read(change)));
    }

    /** One number is one tenant's; the numbers of an account may be several tenants'. */
    private Set<Connected> connected(Told told, Delivery from) {
        return told.number() == null
                ? connections.connectedTo(told.account(), from.receivedAt())
                : channels.locate(told.number()).stream()
                        .map(it ->
                                new Connected(
                                        it.tenant(),
                                        it.isThrough(from.app(), from.receivedAt())
                                                ? from.app()
                                                : it.appId()))
                        .collect(Collectors.toSet());
    }
}
