package io.moked.mail;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives letters up that nobody needs any more, and forgets those that are over. */
@Configuration(proxyBeanMethods = false)
class MailSweep {

    @Bean
    TimedWork giveUpUselessLetters(WorkerDatabase worker) {
        return new TimedWork(
                "useless-letters",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        update mail.letter set state = 'failed', sealed = null, due_at = :now
                                        where (tenant_id, id) in (select tenant_id, id from mail.letter
                                            where state = 'waiting' and useful_until < :now limit :part)
                                        """)
                                .param("now", time(now))
                                .param("part", TimedWork.PART)
                                .update());
    }

    @Bean
    TimedWork sweepLetters(WorkerDatabase worker) {
        return new TimedWork(
                "letters",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from mail.letter where (tenant_id, id) in (
                                            select tenant_id, id from mail.letter
                                            where state <> 'waiting' and due_at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(Limit.LETTER_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
