package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Meta;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class BacklogTest extends IdleWorkers {

    @Autowired Backlog backlog;
    @LocalServerPort int port;

    /** A delivery that came so long ago. */
    private void wait(String ago) {
        worker.jdbc()
                .sql(
                        """
                        insert into whatsapp.delivery (lane, received_at, due_at, body)
                        values (3, now() - :ago::interval, now(), '\\x01')
                        """)
                .param("ago", ago)
                .update();
        more();
    }

    /** Comes than is worked through. */
    private void more() {
        post();
        backlog.look();
    }

    @AfterEach
    void catchUp() {
        clear();
        backlog.look();
    }

    private int post() {
        return new Meta(port).post(Meta.body(List.of()));
    }

    @Test
    void farBehindEveryDeliveryIsTurnedAwayUntilTheWorkIsDone() {
        wait("1 minute");
        assertThat(IntStream.range(0, 20).map(n -> post())).containsOnly(503);
        catchUp();
        assertThat(post()).isEqualTo(200);
    }

    @Test
    void nothingIsTurnedAwayOnceLessComesThanIsWorkedThrough() {
        wait("1 minute");
        assertThat(post()).isEqualTo(503);
        backlog.workedThrough(2);
        backlog.look();
        assertThat(IntStream.range(0, 20).map(n -> post())).containsOnly(200);
    }

    @Test
    void someWayBehindAShareIsTurnedAwayByChance() {
        wait("30 seconds");
        assertThat(IntStream.range(0, 100).map(n -> post())).contains(200, 503);
    }

    @Test
    void aBurstIsKeptWhole() {
        wait("10 seconds");
        assertThat(IntStream.range(0, 100).map(n -> post())).containsOnly(200);
    }
}
