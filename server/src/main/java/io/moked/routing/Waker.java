package io.moked.routing;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.moked.access.UserId;
import io.moked.agent.Agents;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Bell;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers for which tenants something is to be decided, from the commit on that made it so. */
@Component
class Waker extends Bell implements Agents.RoomListener {

    private final Set<TenantId> wanted = ConcurrentHashMap.newKeySet();
    private final Set<TenantId> looking = ConcurrentHashMap.newKeySet();
    private final Map<TenantId, Long> later = new ConcurrentHashMap<>();

    @Override
    public void roomChanged(UserId agent) {
        wakeAfterCommit();
    }

    /** There is more to give, or somebody who may have it, once this transaction is over. */
    void wakeAfterCommit() {
        var tenant = TenantScope.current();
        if (TransactionSynchronizationManager.getSynchronizations().stream()
                .noneMatch(it -> it instanceof Call call && call.tenant().equals(tenant))) {
            TransactionSynchronizationManager.registerSynchronization(new Call(this, tenant));
        }
    }

    private record Call(Waker waker, TenantId tenant) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            waker.wake(tenant);
        }
    }

    void wake(TenantId tenant) {
        if (wanted.add(tenant)) {
            ring();
        }
    }

    /** Once for all that is to be looked at by then; whoever looks earlier says so anew. */
    void wakeIn(TenantId tenant, Duration time) {
        long due = System.nanoTime() + Math.max(0, time.toNanos());
        var known = later.get(tenant);
        if (known != null && known - due <= 0) {
            return;
        }
        later.put(tenant, due);
        CompletableFuture.delayedExecutor(Math.max(0, time.toMillis()), MILLISECONDS, Runnable::run)
                .execute(() -> {
                    later.remove(tenant, due);
                    wake(tenant);
                });
    }

    /**
     * Whoever takes it looks at everything that was there before, and says when that is done. Until
     * then nobody else here takes it, and what comes meanwhile is looked at together.
     */
    Optional<TenantId> next() {
        for (var tenant : wanted) {
            if (looking.add(tenant)) {
                if (wanted.remove(tenant)) {
                    return Optional.of(tenant);
                }
                done(tenant);
            }
        }
        return Optional.empty();
    }

    /** It has been looked at, come of it what may. */
    void done(TenantId tenant) {
        looking.remove(tenant);
        if (wanted.contains(tenant)) {
            ring();
        }
    }
}
