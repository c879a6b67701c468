package io.moked.metaapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Tells whose address a delivery came to. It is asked for every single one, so the answer is
 * remembered for a moment, also that nobody's is. Nobody can make it remember much.
 */
@Component
public class AppSigners {

    private static final Pattern KEY = Pattern.compile("[\\w-]{43}");
    private static final int MOST_KNOWN = 10_000;

    private final MetaAppStore store;
    private final Vault vault;
    private final Clock clock;

    private final Cache<String, Optional<Signer>> known =
            Caffeine.newBuilder()
                    .maximumSize(MOST_KNOWN)
                    .expireAfterWrite(Duration.ofSeconds(10))
                    .build();

    private final Cache<UUID, Boolean> seen =
            Caffeine.newBuilder()
                    .maximumSize(MOST_KNOWN)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    AppSigners(MetaAppStore store, Vault vault, Clock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** What is no key is looked for nowhere. */
    public Optional<Signer> of(String key) {
        return KEY.matcher(key).matches() ? known.get(key, this::find) : Optional.empty();
    }

    private Optional<Signer> find(String key) {
        return store.byKey(key).map(it -> TenantScope.call(it.tenant(), () -> open(it)));
    }

    private Signer open(MetaAppStore.Sealed app) {
        var place = MetaApps.place(app.id());
        return new Signer(
                app.id(),
                Signature.by(app.secrets().stream().map(it -> vault.unseal(it, place)).toList()),
                vault.unseal(app.token(), place));
    }

    /** This server hears at once; others within seconds. */
    void forget(String key) {
        known.invalidate(key);
    }

    /** Notes, once a minute at most, that these have delivered something. */
    public void delivered(Collection<UUID> apps) {
        var news = apps.stream().filter(it -> seen.asMap().putIfAbsent(it, true) == null).toList();
        if (!news.isEmpty()) {
            store.delivered(news, clock.instant());
        }
    }
}
