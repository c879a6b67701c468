package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LaneTest extends IdleWorkers {

    @Autowired DeliveryStore store;

    private void keep(int... lanes) {
        for (int lane : lanes) {
            store.keep(List.of(new DeliveryStore.Arriving(lane, new byte[] {1}, null)));
        }
    }

    private int laneAfter(int last) {
        return worker.transactions().execute(tx -> store.lockLane(last, List.of()).orElse(-1));
    }

    @Test
    void onlyLanesWithWorkAreTakenAndInTurn() {
        keep(7, 7, 40);
        assertThat(laneAfter(0)).isEqualTo(7);
        assertThat(laneAfter(7)).isEqualTo(40);
        assertThat(laneAfter(40)).isEqualTo(7);
        assertThat(laneAfter(63)).isEqualTo(7);
    }

    @Test
    void aLaneIsInOneHandAtATime() {
        keep(9);
        worker.transactions()
                .executeWithoutResult(tx -> {
                    assertThat(store.lockLane(0, List.of())).contains(9);
                    var other =
                            Thread.ofVirtual()
                                    .unstarted(() -> assertThat(laneAfter(0)).isEqualTo(-1));
                    var failures = new java.util.concurrent.atomic.AtomicReference<Throwable>();
                    other.setUncaughtExceptionHandler((thread, failure) -> failures.set(failure));
                    other.start();
                    assertThat(joined(other)).isTrue();
                    assertThat(failures.get()).isNull();
                });
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void theLaneIsThatOfTheNumberWhereverItStandsInTheBody() {
        var body =
                "{\"entry\":[{\"changes\":[{\"value\":{\"metadata\":{\"phone_number_id\" : \"12345\"}}}]}]}";
        assertThat(Lane.of(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(Lane.of("12345"));
        assertThat(Lane.of("{\"phone_number_id\"".getBytes(StandardCharsets.UTF_8))).isZero();
        assertThat(Lane.of(new byte[0])).isZero();
    }
}
