package io.moked.routing;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Finds what waits to be given, of all tenants. */
@Repository
class LeftBehind {

    private final WorkerDatabase worker;

    LeftBehind(WorkerDatabase worker) {
        this.worker = worker;
    }

    /**
     * Where something has waited since before a moment, most of it because all are busy; or where
     * somebody is asked for longer than until then.
     */
    List<TenantId> tenants(Instant before) {
        return worker.jdbc()
                .sql(
                        """
                        select distinct d.tenant_id from routing.department d
                            join routing.waiting w on w.tenant_id = d.tenant_id and w.department_id = d.id
                        where w.since < :before and (d.mode <> 'pull'
                            or exists (select from routing.overflow o where o.tenant_id = d.tenant_id and o.department_id = d.id))
                        union
                        select tenant_id from routing.offer where ends_at < :before
                        """)
                .param("before", time(before))
                .query((row, n) -> new TenantId(uuid(row, "tenant_id")))
                .list();
    }
}
