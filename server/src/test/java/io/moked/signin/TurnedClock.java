package io.moked.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The server's clock with a hand that a test can turn; turn it back when done. */
@TestConfiguration(proxyBeanMethods = false)
public class TurnedClock {

    /** Ticks on from wherever it was turned to. */
    public static final class Hand extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        public void turn(Duration further) {
            ahead = ahead.plus(further);
        }

        public void turnBack() {
            ahead = Duration.ZERO;
        }

        @Override
        public Instant instant() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    @Bean
    @Primary
    Hand turnedClock() {
        return new Hand();
    }
}
