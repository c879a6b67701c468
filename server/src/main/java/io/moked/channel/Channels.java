package io.moked.channel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moked.access.Names;
import io.moked.access.SignedIn;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

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

    /**
     * A number to be connected, with the token that speaks for it.
     *
     * @param appId the tenant's own app that it is connected through; null for the platform's
     */
    public record NewChannel(
            String name,
            String externalId,
            String address,
            String token,
            @Nullable String accountId,
            @Nullable UUID appId) {

        public NewChannel(
                String name,
                String externalId,
                String address,
                String token,
                @Nullable String accountId) {
            this(name, externalId, address, token, accountId, null);
        }
    }

    /** How to speak for a number. */
    public record Credentials(String externalId, String token) {}

    /**
     * Keeps a number and its token. A number that was disconnected goes on as the one it was.
     *
     * @throws AlreadyConnected where it is connected, here or by somebody else
     */
    @Transactional
    public Channel connect(NewChannel wanted) {
        if (!store.locate(List.of(wanted.externalId())).isEmpty()) {
            throw new AlreadyConnected();
        }
        var channel =
                new Channel(
                        store.ended(wanted.externalId()).orElseGet(() -> new ChannelId(ids.next())),
                        wanted.name(),
                        wanted.externalId(),
                        wanted.address(),
                        wanted.accountId(),
                        wanted.appId(),
                        null,
                        null,
                        null);
        var sealed = vault.seal(wanted.token(), place(channel.id()));
        try {
            store.put(TenantScope.current(), channel, sealed);
        } catch (DuplicateKeyException connectedMeanwhile) {
            throw new AlreadyConnected();
        }
        tell("connected", channel.id());
        return channel;
    }

    @Transactional
    public void rename(ChannelId id, String name) {
        connected(id);
        store.rename(id, name);
        tell("renamed", id);
    }

    /** Speaks for the number with another token from now on. */
    @Transactional
    public void renewToken(ChannelId id, String token) {
        connected(id);
        store.reseal(id, vault.seal(token, place(id)));
        tell("token-renewed", id);
    }

    /** Comes and goes through another app from now on, with a token of that one. */
    @Transactional
    public void moveTo(ChannelId id, @Nullable UUID appId, String token) {
        var channel = connected(id);
        store.move(id, appId, vault.seal(token, place(id)), clock.instant());
        tell("app-changed", id);
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        located.invalidate(channel.externalId());
                    }
                });
    }

    /** Nothing comes or goes through it any more; what was said stays. */
    @Transactional
    public void disconnect(ChannelId id) {
        connected(id);
        if (store.end(id, clock.instant())) {
            tell("disconnected", id);
        }
    }

    /** The network takes nothing from it. */
    @Transactional
    public void stop(ChannelId id, String code) {
        if (store.stop(id, code, clock.instant())) {
            tell("stopped", id);
        }
    }

    /** The network takes from it again. */
    @Transactional
    public void resume(ChannelId id) {
        if (store.resume(id)) {
            tell("resumed", id);
        }
    }

    private void tell(String what, ChannelId id) {
        journal.append(Fact.of("channel." + what, id.value()));
    }

    /**
     * A number that is there.
     *
     * @throws ChannelEnded where it was disconnected
     */
    @Transactional(readOnly = true)
    public Channel connected(ChannelId id) {
        var channel = find(id);
        if (channel.endedAt() != null) {
            throw new ChannelEnded();
        }
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

    public Optional<Located> locate(String externalId) {
        return Optional.ofNullable(locate(List.of(externalId)).get(externalId));
    }

    /**
     * How to speak for a number.
     *
     * @throws ChannelEnded where it was disconnected
     */
    @Transactional(readOnly = true)
    public Credentials credentials(ChannelId id) {
        var sealed = store.sealed(id).orElseThrow(() -> whyNot(id));
        return new Credentials(sealed.externalId(), vault.unseal(sealed.token(), place(id)));
    }

    private RuntimeException whyNot(ChannelId id) {
        return store.find(id).isEmpty() ? new NotFound() : new ChannelEnded();
    }

    private static String place(ChannelId id) {
        return "channel/" + id.value();
    }
}
