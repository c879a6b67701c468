package io.moked.whatsapp;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets deliveries that nobody read or mended in time, and with them what people wrote. */
@Configuration(proxyBeanMethods = false)
class WhatsAppSweeps {

    @Bean
    TimedWork sweepUnreadChanges(WorkerDatabase worker) {
        return new TimedWork(
                "unread-changes",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from whatsapp.unread_change where id in (
                                            select id from whatsapp.unread_change where received_at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(Limit.UNREAD_CHANGE_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }

    /** By now Meta has forgotten the files, too. */
    @Bean
    TimedWork sweepFetchesGivenUp(WorkerDatabase worker) {
        return new TimedWork(
                "fetches-given-up",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from whatsapp.media_fetch where (tenant_id, media_id) in (
                                            select tenant_id, media_id from whatsapp.media_fetch
                                            where given_up_at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(Limit.FILE_AT_SENDER_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }

    @Bean
    TimedWork sweepDeadLetters(WorkerDatabase worker) {
        return new TimedWork(
                "dead-letters",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from whatsapp.dead_letter where id in (
                                            select id from whatsapp.dead_letter where failed_at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(Limit.DEAD_LETTER_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
