package io.moked.conversation;

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

/** Clears away what only helps for a while. */
@Component
class ConversationSweep {

    private static final Logger LOG = LoggerFactory.getLogger(ConversationSweep.class);

    /** Meta delivers again for seven days; a receipt older than that has no message to wait for. */
    private static final Duration RECEIPTS = Duration.ofDays(8);

    private final JdbcClient jdbc;
    private final Clock clock;

    ConversationSweep(WorkerDatabase worker, Clock clock) {
        this.jdbc = worker.jdbc();
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        var now = clock.instant();
        try {
            jdbc.sql("delete from conversation.parked_receipt where at < :before")
                    .param("before", time(now.minus(RECEIPTS)))
                    .update();
            jdbc.sql("delete from conversation.pair_pace where free_at < :now")
                    .param("now", time(now))
                    .update();
        } catch (DataAccessException away) {
            LOG.warn("The sweep waits: {}", away.getClass().getSimpleName());
        }
    }
}
