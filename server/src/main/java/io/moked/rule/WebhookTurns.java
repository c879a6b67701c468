package io.moked.rule;

import io.moked.rule.WebhookCallStore.Claimed;
import io.moked.tenancy.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Whose call this server makes next, so that a server that never answers holds up its own business
 * only: each has one call before any has another, and none has all who call at once.
 */
final class WebhookTurns {

    private final int mostAtOnce;
    private final Map<TenantId, Integer> underWay = new HashMap<>();
    private final Set<TenantId> served = new HashSet<>();

    WebhookTurns(int mostAtOnce) {
        this.mostAtOnce = mostAtOnce;
    }

    /**
     * Takes the next one.
     *
     * @param claim claims one of anybody but these
     */
    synchronized Optional<Claimed> next(Function<Set<TenantId>, Optional<Claimed>> claim) {
        var claimed = claim.apply(busyAnd(served));
        if (claimed.isEmpty() && !served.isEmpty()) {
            served.clear();
            claimed = claim.apply(busyAnd(served));
        }
        claimed.map(Claimed::tenant).ifPresent(this::begin);
        return claimed;
    }

    private Set<TenantId> busyAnd(Set<TenantId> others) {
        var all = new HashSet<>(others);
        underWay.forEach((tenant, calls) -> {
            if (calls >= mostAtOnce) {
                all.add(tenant);
            }
        });
        return all;
    }

    private void begin(TenantId tenant) {
        served.add(tenant);
        underWay.merge(tenant, 1, Integer::sum);
    }

    synchronized void end(TenantId tenant) {
        underWay.computeIfPresent(tenant, (it, calls) -> calls == 1 ? null : calls - 1);
    }
}
