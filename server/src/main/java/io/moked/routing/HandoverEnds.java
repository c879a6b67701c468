package io.moked.routing;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells of colleagues who did not answer in time. That they are not asked any more needs nobody: a
 * question ends at its own time for everybody who looks.
 */
@Configuration(proxyBeanMethods = false)
class HandoverEnds {

    @Bean
    TimedWork endHandovers(WorkerDatabase worker, Handovers handovers) {
        return new TimedWork(
                "handovers",
                Duration.ofMinutes(1),
                now ->
                        tenants(worker, now).stream()
                                .mapToInt(
                                        it -> TenantScope.call(it, () -> handovers.endOverdue(now)))
                                .sum());
    }

    private static List<TenantId> tenants(WorkerDatabase worker, Instant now) {
        return worker.jdbc()
                .sql(
                        """
                        select distinct tenant_id from routing.handover where ends_at <= :now limit :part
                        """)
                .param("now", time(now))
                .param("part", TimedWork.PART)
                .query((row, n) -> new TenantId(uuid(row, "tenant_id")))
                .list();
    }
}
