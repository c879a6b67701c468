package io.moked.template;

import io.moked.kernel.Invalid;
import io.moked.template.AccountStore.Claimed;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Rounds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks Meta for the templates of accounts that are due: once in a while, after a webhook about one
 * of them, which may have come in any order, and when somebody wants it.
 */
@Component
class SyncRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(SyncRounds.class);
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(5);
    private static final Duration USUALLY = Duration.ofHours(6);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 12;

    private final NewAccounts newAccounts;
    private final AccountStore accounts;
    private final Sync sync;
    private final Tellings tellings;
    private final Clock clock;

    SyncRounds(
            NewAccounts newAccounts,
            AccountStore accounts,
            Sync sync,
            Tellings tellings,
            SyncBell bell,
            Clock clock) {
        super("template-sync", 1, LONGEST_SLEEP, bell);
        this.newAccounts = newAccounts;
        this.accounts = accounts;
        this.sync = sync;
        this.tellings = tellings;
        this.clock = clock;
    }

    @Override
    protected boolean round() throws InterruptedException {
        newAccounts.enter();
        var claimed = accounts.claim(clock.instant());
        if (claimed.isPresent()) {
            TenantScope.call(
                    claimed.get().account().tenant(),
                    () -> {
                        sync(claimed.get());
                        return true;
                    });
        }
        return claimed.isPresent();
    }

    private void sync(Claimed claimed) throws InterruptedException {
        var account = claimed.account().id();
        var begun = clock.instant();
        try {
            tellings.synced(account, sync.read(account), begun, begun.plus(USUALLY));
        } catch (Sync.Untold untold) {
            failed(claimed, untold.getMessage());
        } catch (IOException away) {
            LOG.warn("Templates were not told: {}", away.getClass().getSimpleName());
            failed(claimed, null);
        } catch (Invalid nobodySpeaksForIt) {
            failed(claimed, null);
        }
    }

    private void failed(Claimed claimed, @Nullable String why) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(claimed.attempts(), MOST_DOUBLINGS));
        tellings.notSynced(claimed.account().id(), why, clock.instant().plus(pause));
    }
}
