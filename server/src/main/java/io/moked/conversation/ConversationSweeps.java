package io.moked.conversation;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Limit;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Clears away what only helps for a while. */
@Configuration(proxyBeanMethods = false)
class ConversationSweeps {

    /** Their messages are not ours, or were never known by that name. */
    @Bean
    TimedWork sweepParkedReceipts(WorkerDatabase worker) {
        return new TimedWork(
                "parked-receipts",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from conversation.parked_receipt where ctid in (
                                            select ctid from conversation.parked_receipt where at < :before limit :part)
                                        """)
                                .param("before", time(now.minus(Limit.PARKED_RECEIPT_DAYS.days())))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
