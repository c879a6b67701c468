package io.moked.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Timed work does not wait until a time that was wrong. */
@MokedTest
class ClockSetBackTest {

    @Autowired TimetableStore store;
    @Autowired Clock clock;

    @Test
    void whatAClockAheadHasPutOffIsDoneOnceAndAgainInItsTime() {
        var times = new AtomicInteger();
        var work =
                new TimedWork(
                        "test-" + UUID.randomUUID(),
                        Duration.ofHours(1),
                        now -> {
                            times.incrementAndGet();
                            return 0;
                        });
        store.enter(work, clock.instant());
        new Timetable(store, List.of(work), Clock.offset(clock, Duration.ofHours(20))).round();
        assertThat(times).hasValue(1);
        var right = new Timetable(store, List.of(work), clock);
        right.round();
        right.round();
        assertThat(times).hasValue(2);
    }
}
