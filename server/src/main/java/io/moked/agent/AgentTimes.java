package io.moked.agent;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What becomes of agents with time: whose console has gone is away, and how they were is forgotten.
 */
@Configuration(proxyBeanMethods = false)
class AgentTimes {

    /** Days that are kept of how agents were; of two years, some are left for those who ask. */
    private static final Duration KEPT = Duration.ofDays(700);

    @Bean
    TimedWork endSights(WitnessStore store, Absences absences) {
        return new TimedWork(
                "agents-gone",
                Duration.ofMinutes(1),
                now -> {
                    store.endOfSilent(now);
                    return store.withGone(now).stream()
                            .mapToInt(it -> TenantScope.call(it, () -> absences.end(now)))
                            .sum();
                });
    }

    @Bean
    TimedWork sweepSpells(WorkerDatabase worker) {
        return new TimedWork(
                "agent-spells",
                Duration.ofHours(1),
                now ->
                        worker.jdbc()
                                .sql(
                                        """
                                        delete from agent.spell where (tenant_id, id) in (
                                            select tenant_id, id from agent.spell where until < :before limit :part)
                                        """)
                                .param("before", time(now.minus(KEPT)))
                                .param("part", TimedWork.PART)
                                .update());
    }
}
