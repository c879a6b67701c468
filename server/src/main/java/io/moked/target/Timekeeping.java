package io.moked.target;

import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Tells what becomes endangered or broken at the moment at which it does. What another server has
 * left, because it died or was not told, is found within ten seconds.
 */
@Component
class Timekeeping extends Rounds {

    private static final Duration LOOK_AROUND = Duration.ofSeconds(10);
    private static final int PART = 200;

    private final CountdownStore store;
    private final Reckoning reckoning;
    private final TargetBell bell;
    private final Clock clock;

    Timekeeping(CountdownStore store, Reckoning reckoning, TargetBell bell, Clock clock) {
        super("timekeeping", 1, LOOK_AROUND, bell);
        this.store = store;
        this.reckoning = reckoning;
        this.bell = bell;
        this.clock = clock;
    }

    @Override
    protected boolean round() {
        var now = clock.instant();
        boolean isMore = false;
        for (var tenant : store.behind()) {
            int taken = TenantScope.call(tenant, () -> reckoning.takeUp(now, PART));
            int renewed = TenantScope.call(tenant, () -> reckoning.renew(now, PART));
            isMore |= taken + renewed > 0;
        }
        var due = store.due(now, PART);
        due.forEach((tenant, them) -> TenantScope.run(tenant, () -> reckoning.judge(them, now)));
        if (isMore || !due.isEmpty()) {
            return true;
        }
        store.next().ifPresent(at -> bell.ringIn(Duration.between(clock.instant(), at)));
        return false;
    }
}
