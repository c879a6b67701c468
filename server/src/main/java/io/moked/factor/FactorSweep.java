package io.moked.factor;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets challenges that are over anyway, and tries nobody has added to for a day. */
@Configuration(proxyBeanMethods = false)
class FactorSweep {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration TRIES = Duration.ofDays(1);

    @Bean
    TimedWork sweepSpentChallenges(WorkerDatabase worker) {
        return new TimedWork(
                "spent-challenges",
                EVERY,
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from factor.spent_challenge where digest in (
                                            select digest from factor.spent_challenge where ends_at < :now limit :part)
                                        """)
                                .param("now", time(now))
                                .param("part", TimedWork.PART)
                                .update());
    }

    @Bean
    TimedWork sweepTries(WorkerDatabase worker) {
        return new TimedWork(
                "tries",
                EVERY,
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from factor.throttle where key in (
                                            select key from factor.throttle where open_at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(TRIES)))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
