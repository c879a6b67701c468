package io.moked.metaapp;

import io.moked.access.SignedIn;
import io.moked.channel.Channels;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The apps of the tenant in scope at Meta. Their secrets are kept sealed and never told again. A
 * secret is replaced without a gap: the new one is added, Meta is told, the old one is retired.
 */
@Component
public class MetaApps {

    private static final int RANDOM_BYTES = 32;

    private final MetaAppStore store;
    private final AppSigners signers;
    private final Channels channels;
    private final Vault vault;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MetaApps(
            MetaAppStore store,
            AppSigners signers,
            Channels channels,
            Vault vault,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.signers = signers;
        this.channels = channels;
        this.vault = vault;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** One of the two secrets an app may have for a while. */
    public enum Secret {
        OLD,
        NEW
    }

    @Transactional(readOnly = true)
    public List<MetaApp> all() {
        return store.all().stream().map(this::opened).toList();
    }

    @Transactional(readOnly = true)
    public MetaApp find(UUID id) {
        return store.all().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(this::opened)
                .orElseThrow(NotFound::new);
    }

    /** The app that a number is connected through; null for the platform's. */
    @Transactional(readOnly = true)
    public @Nullable MetaApp through(@Nullable UUID id) {
        return id == null ? null : find(id);
    }

    @Transactional
    public MetaApp add(String name, String externalId, String secret, SignedIn caller) {
        if (store.all().size() >= Limit.META_APPS.value()) {
            throw new Refusals.TooManyApps();
        }
        var id = ids.next();
        var app =
                new MetaAppStore.Sealed(
                        TenantScope.current(),
                        id,
                        name,
                        externalId,
                        unguessable(),
                        List.of(vault.seal(secret, place(id))),
                        vault.seal(unguessable(), place(id)),
                        clock.instant(),
                        null);
        try {
            store.add(app);
        } catch (DuplicateKeyException known) {
            throw new Refusals.AppAlreadyAdded();
        }
        tell("metaapp.added", id, caller);
        return opened(app);
    }

    @Transactional
    public void addSecret(UUID id, String secret, SignedIn caller) {
        var app = lock(id);
        if (app.secrets().size() > 1) {
            throw new Refusals.AppHasTwoSecrets();
        }
        store.addSecret(id, vault.seal(secret, place(id)));
        changed(app);
        tell("metaapp.secret-added", id, caller);
    }

    /** What is signed with it counts no longer. */
    @Transactional
    public void retire(UUID id, Secret secret, SignedIn caller) {
        var app = lock(id);
        if (app.secrets().size() < 2) {
            throw new Refusals.AppHasOneSecret();
        }
        store.keepSecret(id, secret == Secret.OLD ? 2 : 1);
        changed(app);
        tell("metaapp.secret-retired", id, caller);
    }

    @Transactional
    public void remove(UUID id, SignedIn caller) {
        var app = lock(id);
        if (channels.all().stream().anyMatch(it -> id.equals(it.appId()) && it.endedAt() == null)) {
            throw new Refusals.AppInUse();
        }
        store.remove(id);
        changed(app);
        tell("metaapp.removed", id, caller);
    }

    /** Does something with an app that stays meanwhile. */
    @Transactional
    public <T> T with(UUID id, Function<MetaApp, T> work) {
        return work.apply(opened(lock(id)));
    }

    private MetaAppStore.Sealed lock(UUID id) {
        return store.lock(id).orElseThrow(NotFound::new);
    }

    private void tell(String kind, UUID id, SignedIn caller) {
        journal.append(Fact.of(kind, id).by(caller.user().value()));
    }

    /** Not before others can read what has changed. */
    private void changed(MetaAppStore.Sealed app) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        signers.forget(app.key());
                    }
                });
    }

    private MetaApp opened(MetaAppStore.Sealed app) {
        return new MetaApp(
                app.id(),
                app.name(),
                app.externalId(),
                app.key(),
                vault.unseal(app.token(), place(app.id())),
                app.secrets().size(),
                app.createdAt(),
                app.deliveredAt());
    }

    private String unguessable() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String place(UUID id) {
        return "metaapp/" + id;
    }
}
