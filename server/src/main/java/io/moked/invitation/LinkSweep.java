package io.moked.invitation;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets links that have expired long ago. */
@Configuration(proxyBeanMethods = false)
class LinkSweep {

    @Bean
    TimedWork sweepLinks(WorkerDatabase worker) {
        return new TimedWork(
                "expired-links",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from invitation.link where (tenant_id, id) in (
                                            select tenant_id, id from invitation.link
                                            where expires_at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(Limit.EXPIRED_LINK_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
