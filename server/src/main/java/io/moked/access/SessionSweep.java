package io.moked.access;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forgets from where people came long ago: with their sessions, or all but the network of these.
 */
@Configuration(proxyBeanMethods = false)
class SessionSweep {

    private static final Duration EVERY = Duration.ofHours(1);

    @Bean
    TimedWork sweepSessions(WorkerDatabase worker) {
        return new TimedWork(
                "sessions",
                EVERY,
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from access.session where (tenant_id, id) in (
                                            select tenant_id, id from access.session
                                            where opened_at < :before and least(ended_at, ends_at) < :before limit :part)
                                        """)
                                .param("before", before(now))
                                .param("part", TimedWork.PART)
                                .update());
    }

    @Bean
    TimedWork sweepFailedSignIns(WorkerDatabase worker) {
        return new TimedWork(
                "failed-sign-ins",
                EVERY,
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from access.failed_sign_in where (tenant_id, id) in (
                                            select tenant_id, id from access.failed_sign_in where at < :before limit :part)
                                        """)
                                .param("before", before(now))
                                .param("part", TimedWork.PART)
                                .update());
    }

    /** Of sessions that are still there. */
    @Bean
    TimedWork blurAddresses(WorkerDatabase worker) {
        return new TimedWork(
                "session-addresses",
                EVERY,
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        update access.session
                                        set address = network(set_masklen(address, case family(address) when 4 then 24 else 48 end))
                                        where (tenant_id, id) in (select tenant_id, id from access.session
                                            where opened_at < :before
                                                and masklen(address) > case family(address) when 4 then 24 else 48 end limit :part)
                                        """)
                                .param("before", before(now))
                                .param("part", TimedWork.PART)
                                .update());
    }

    private static OffsetDateTime before(Instant now) {
        return time(now.minus(Limit.SESSION_DAYS.days()));
    }
}
