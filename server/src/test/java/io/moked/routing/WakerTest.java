package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.tenancy.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WakerTest {

    private final Waker waker = new Waker();
    private final TenantId tenant = new TenantId(UUID.randomUUID());

    @Test
    void whatIsToBeLookedAtLaterIsNotLookedAtNow() {
        waker.wakeIn(tenant, Duration.ofHours(1));
        assertThat(waker.next()).isEmpty();
    }

    @Test
    void theEarlierOfTwoMomentsIsKept() {
        waker.wakeIn(tenant, Duration.ofHours(1));
        waker.wakeIn(tenant, Duration.ofMillis(1));
        await().until(() -> waker.next().filter(tenant::equals).isPresent());
    }

    @Test
    void whatComesWhileSomebodyLooksIsLookedAtTogetherAfterwards() {
        waker.wake(tenant);
        assertThat(waker.next()).contains(tenant);
        waker.wake(tenant);
        waker.wake(tenant);
        assertThat(waker.next()).isEmpty();

        waker.done(tenant);

        assertThat(waker.next()).contains(tenant);
        waker.done(tenant);
        assertThat(waker.next()).isEmpty();
    }

    @Test
    void whatWasLookedAtIsLookedAtLaterAgain() {
        for (int again = 0; again < 2; again++) {
            waker.wakeIn(tenant, Duration.ofMillis(1));
            await().until(() -> waker.next().filter(tenant::equals).isPresent());
            waker.done(tenant);
        }
    }
}
