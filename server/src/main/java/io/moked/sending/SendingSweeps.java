package io.moked.sending;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away what only helps for a while. */
@Configuration(proxyBeanMethods = false)
class SendingSweeps {

    /** Of pairs that may send at once, which needs no row to say so. */
    @Bean
    TimedWork sweepPairPaces(WorkerDatabase worker) {
        return new TimedWork(
                "pair-paces",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from sending.pair_pace where free_at < :now and ctid in (
                                            select ctid from sending.pair_pace where free_at < :now limit :part)
                                        """)
                                .param("now", time(now))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
