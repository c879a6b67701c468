package io.moked.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Business;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** From where somebody came is forgotten in time, a part after the other. */
@MokedTest
class SessionSweepTest {

    @Autowired ApplicationContext server;
    @Autowired JdbcClient app;
    @Autowired WorkerDatabase worker;
    @Autowired TransactionTemplate transactions;
    @Autowired List<TimedWork> works;

    private int part(String name) {
        var work = works.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        return work.part().applyAsInt(Instant.now());
    }

    private void add(Business business, int failures, int daysAgo) {
        app.sql(
                        """
                        insert into access.failed_sign_in (tenant_id, id, user_id, address, at)
                        select :tenant, gen_random_uuid(), :user, '192.0.2.7', now() - :days * interval '1 day'
                        from generate_series(1, :failures)
                        """)
                .param("tenant", business.tenant().id().value())
                .param("user", business.agent().id())
                .param("days", daysAgo)
                .param("failures", failures)
                .update();
    }

    private int left(Business business) {
        return worker.jdbc()
                .sql("select count(*) from access.failed_sign_in where tenant_id = :tenant")
                .param("tenant", business.tenant().id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void failuresToSignInAreForgottenPartByPartAndYoungOnesStay() {
        var business = Business.create(server);
        TenantScope.run(
                business.tenant().id(),
                () ->
                        transactions.executeWithoutResult(tx -> {
                            add(business, TimedWork.PART + 1, 30);
                            add(business, 1, 28);
                        }));
        assertThat(part("failed-sign-ins")).isEqualTo(TimedWork.PART);
        while (part("failed-sign-ins") > 0) {
            // The rest goes with the next part.
        }
        assertThat(left(business)).isEqualTo(1);
    }
}
