package io.moked.routing.replay;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was decided, and what conversations went through, helps nobody for ever. */
@Configuration(proxyBeanMethods = false)
class Forgetting {

    @Bean
    TimedWork forgetDecisions(WorkerDatabase worker) {
        return new TimedWork(
                "decisions",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from routing.decision where (tenant_id, id) in (
                                            select tenant_id, id from routing.decision where id < :before order by id limit :part)
                                        """)
                                .param("before", Ids.from(now.minus(Limit.DECISION_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }

    @Bean
    TimedWork forgetSteps(WorkerDatabase worker) {
        return new TimedWork(
                "routing-steps",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from routing.step where (tenant_id, at, seq) in (
                                            select tenant_id, at, seq from routing.step where at < :before order by at limit :part)
                                        """)
                                .param(
                                        "before",
                                        time(now.minus(Limit.REPLAYED_DAYS.days().plusDays(1))))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
