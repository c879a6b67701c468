package io.moked.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final AtomicInteger rounds = new AtomicInteger();
    private final Bell bell = new Bell();

    /** One that would sleep for a day. */
    private Rounds rounds(BooleanSupplier round) {
        return new Rounds("test", 1, Duration.ofDays(1), bell) {
            @Override
            protected boolean round() {
                rounds.incrementAndGet();
                return round.getAsBoolean();
            }
        };
    }

    @Test
    void goesOnWhileThereIsMoreAndThenWaitsForTheBell() {
        var reader = rounds(() -> rounds.get() < 3);
        reader.start();
        await().until(() -> rounds.get() == 3);
        bell.ring();
        await().until(() -> rounds.get() == 4);
        reader.stop();
        assertThat(rounds).hasValue(4);
    }

    @Test
    void noFailureEndsIt() {
        var reader =
                rounds(() -> {
                    if (rounds.get() == 1) {
                        throw new IllegalStateException("A round may fail");
                    }
                    return false;
                });
        reader.start();
        await().until(() -> rounds.get() == 2);
        reader.stop();
    }

    @Test
    void aRoundThatHasBegunComesToItsEndBeforeTheStopDoes() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var reader =
                rounds(() -> {
                    begun.countDown();
                    try {
                        goOn.await();
                        ended.incrementAndGet();
                    } catch (InterruptedException hurried) {
                        Thread.currentThread().interrupt();
                    }
                    return true;
                });
        reader.start();
        begun.await();
        var stopping = Thread.ofVirtual().start(reader::stop);
        await().until(() -> !reader.isRunning());
        goOn.countDown();
        stopping.join();
        assertThat(ended).hasValue(1);
        assertThat(rounds).hasValue(1);
    }
}
