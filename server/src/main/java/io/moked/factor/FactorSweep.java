package io.moked.factor;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away challenges that are over anyway, and tries nobody has added to for a day. */
@Component
class FactorSweep {

    private static final Logger LOG = LoggerFactory.getLogger(FactorSweep.class);
    private static final Duration TRIES = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    FactorSweep(WorkerDatabase worker, Clock clock) {
        this.jdbc = worker.jdbc();
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var now = clock.instant();
        try {
            jdbc.sql("delete from factor.spent_challenge where ends_at < :now")
                    .param("now", time(now))
                    .update();
            jdbc.sql("delete from factor.throttle where open_at < :before")
                    .param("before", time(now.minus(TRIES)))
                    .update();
        } catch (DataAccessException away) {
            LOG.warn("The sweep waits: {}", away.getClass().getSimpleName());
        }
    }
}
