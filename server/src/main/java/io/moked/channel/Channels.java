package io.moked.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moked.access.Names;
import io.moked.access.SignedIn;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The connected numbers. */
@Component
public class Channels implements Names {

    private final ChannelStore store;
    private final Vault vault;
    private final Ids ids;
    private final Journal journal;
    private final Clock clock;

    /** Whose number a delivery is for is asked for every single one. */
    private final Cache<String, Located> located =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofSeconds(10))
                    .build();

    private final Cache<ChannelId, Boolean> seen =
            Caffeine.newBuilder()
                    .maximumSize(100_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    Channels(ChannelStore store, Vault vault, Ids ids, Journal journal, Clock clock) {
        this.clock = clock;
        this.store = store;
        this.vault = vault;
        this.ids = ids;
        this.journal = journal;
    }

    /** A number to be connected, with the token that speaks for it. */
    public record NewChannel(
            String name,
            String externalId,
            String address,
            String token,
            @Nullable String accountId) {}

    /** Where a number belongs. */
    public record Located(TenantId tenant, ChannelId channel) {}

    /** An account at the network, as one tenant has it. */
    public record Account(TenantId tenant, String id) {}

    /** How to speak for a number. */
    public record Credentials(String externalId, String token) {}

    @Transactional
    public Channel connect(NewChannel wanted) {
        if (!store.locate(List.of(wanted.externalId())).isEmpty()) {
            throw new AlreadyConnected();
        }
        var channel =
                new Channel(
                        new ChannelId(ids.next()),
                        wanted.name(),
                        wanted.externalId(),
                        wanted.address(),
                        wanted.accountId(),
                        null);
        var sealed = vault.seal(wanted.token(), place(channel.id()));
        try {
            store.add(TenantScope.current(), channel, sealed);
        } catch (DuplicateKeyException connectedMeanwhile) {
            throw new AlreadyConnected();
        }
        journal.append(Fact.of("channel.connected", channel.id().value()));
        return channel;
    }

    @Transactional(readOnly = true)
    public List<Channel> all() {
        return store.all();
    }

    @Transactional(readOnly = true)
    public Channel find(ChannelId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** Notes, once a minute at most, that the network delivered something for these numbers. */
    @Transactional
    public void delivered(Collection<ChannelId> ids) {
        var news = ids.stream().filter(it -> seen.asMap().putIfAbsent(it, true) == null).toList();
        if (!news.isEmpty()) {
            store.delivered(news, clock.instant());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return all().stream()
                .filter(channel -> things.contains(channel.id().value()))
                .collect(Collectors.toMap(channel -> channel.id().value(), Channel::name));
    }

    /** Finds numbers across all tenants; an unknown one is missing from the answer. */
    public Map<String, Located> locate(Collection<String> externalIds) {
        return located.getAll(
                externalIds, missing -> store.locate(List.copyOf((Collection<String>) missing)));
    }

    /** Who has connected numbers of an account; several, where a partner looks after it. */
    public Set<TenantId> tenantsOf(String accountId) {
        return store.tenantsOf(accountId);
    }

    /** All accounts that tenants have connected numbers of. */
    public List<Account> accounts() {
        return store.accounts();
    }

    public Optional<Located> locate(String externalId) {
        return Optional.ofNullable(locate(List.of(externalId)).get(externalId));
    }

    @Transactional(readOnly = true)
    public Credentials credentials(ChannelId id) {
        var sealed = store.sealed(id).orElseThrow(NotFound::new);
        return new Credentials(sealed.externalId(), vault.unseal(sealed.token(), place(id)));
    }

    private static String place(ChannelId id) {
        return "channel/" + id.value();
    }
}
