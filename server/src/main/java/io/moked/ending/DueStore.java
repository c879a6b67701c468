package io.moked.ending;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What falls due, of all tenants; of one that is suspended, once it is not any more. */
@Repository
class DueStore {

    private final JdbcClient jdbc;

    DueStore(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    List<TenantId> tenants(Instant now) {
        return jdbc.sql(
                        """
                        select tenant_id from (
                            select tenant_id from ending.wake where due_at <= :now
                            union select tenant_id from ending.wrap_up where due_at <= :now
                            union select tenant_id from ending.silence where due_at <= :now) as due
                        where tenancy.is_active(tenant_id)
                        """)
                .param("now", time(now))
                .query((row, n) -> new TenantId(uuid(row, "tenant_id")))
                .list();
    }

    Optional<Instant> next() {
        return jdbc.sql(
                        """
                        select min(due_at) as due_at from (
                            (select due_at from ending.wake where tenancy.is_active(tenant_id)
                                order by due_at limit 1)
                            union all (select due_at from ending.wrap_up where tenancy.is_active(tenant_id)
                                order by due_at limit 1)
                            union all (select due_at from ending.silence
                                where due_at is not null and tenancy.is_active(tenant_id)
                                order by due_at limit 1)) as next
                        having min(due_at) is not null
                        """)
                .query((row, n) -> instant(row, "due_at"))
                .optional();
    }
}
