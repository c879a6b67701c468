package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.moked.Meta;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class BacklogTest extends IdleWorkers {

    @Autowired DeliveryStore store;
    @Autowired MediaFetches files;
    @Autowired Backlog running;
    @LocalServerPort int port;

    private Backlog backlog;

    /** One of our own, at which nobody looks but us. */
    @BeforeEach
    void begin() {
        backlog = new Backlog(store, files, clock, new SimpleMeterRegistry());
    }

    private Duration ahead = Duration.ZERO;

    private final Clock clock =
            new Clock() {
                @Override
                public Instant instant() {
                    return Instant.now().plus(ahead);
                }

                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }
            };

    /** A delivery that came so long ago, and more comes than is worked through. */
    private void wait(String ago) {
        worker.jdbc()
                .sql(
                        """
                        insert into whatsapp.delivery (lane, received_at, due_at, body)
                        values (3, now() - :ago::interval, now(), '\\x01')
                        """)
                .param("ago", ago)
                .update();
        backlog.turnsAway();
        backlog.look();
    }

    private Stream<Boolean> turnedAway(int deliveries) {
        return Stream.generate(backlog::turnsAway).limit(deliveries);
    }

    @Test
    void farBehindEveryDeliveryIsTurnedAwayUntilTheWorkIsDone() {
        wait("1 minute");
        assertThat(turnedAway(20)).containsOnly(true);
        clear();
        backlog.look();
        assertThat(turnedAway(20)).containsOnly(false);
    }

    @Test
    void nothingIsTurnedAwayOnceLessComesThanIsWorkedThrough() {
        wait("1 minute");
        assertThat(turnedAway(1)).containsOnly(true);
        backlog.workedThrough(2);
        backlog.look();
        assertThat(turnedAway(20)).containsOnly(false);
    }

    @Test
    void someWayBehindAsMuchIsKeptAsIsWorkedThroughAndLess() {
        assertThat(keptOfAThousand("20 seconds")).isBetween(400L, 900L);
        assertThat(keptOfAThousand("40 seconds")).isBetween(1L, 400L);
    }

    /** While nine of ten are worked through. */
    private long keptOfAThousand(String behind) {
        clear();
        wait(behind);
        assertThat(turnedAway(1_000)).hasSize(1_000);
        backlog.workedThrough(900);
        backlog.look();
        return turnedAway(1_000).filter(it -> !it).count();
    }

    @Test
    void aLaneThatStandsStillTurnsNobodyAwayForLongAndIsSeen() {
        wait("1 minute");
        assertThat(turnedAway(20)).containsOnly(true);
        ahead = Duration.ofMinutes(2);
        backlog.look();
        assertThat(turnedAway(20)).containsOnly(false);
        assertThat(backlog.lag()).isGreaterThan(Duration.ofMinutes(2));
    }

    @Test
    void aBurstIsKeptWhole() {
        wait("10 seconds");
        assertThat(turnedAway(100)).containsOnly(false);
    }

    @Test
    void whoeverIsTurnedAwayIsAskedToComeAgain() {
        wait("1 minute");
        await().until(() -> {
            running.look();
            return post() == 429;
        });
        clear();
        running.look();
        assertThat(post()).isEqualTo(200);
    }

    private int post() {
        return new Meta(port).post(Meta.body(List.of()));
    }
}
