package io.moked.tenancy;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The businesses on this platform. Works across all of them, so it uses the worker's door. */
@Component
public class Tenants {

    private static final RowMapper<Tenant> TENANT =
            (row, n) ->
                    new Tenant(
                            new TenantId(row.getObject("id", UUID.class)),
                            row.getString("name"),
                            row.getString("language"),
                            Tenant.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Tenants(WorkerDatabase worker, Ids ids, Clock clock) {
        this.jdbc = worker.jdbc();
        this.ids = ids;
        this.clock = clock;
    }

    public Tenant create(String name, String language, Tenant.Kind kind) {
        var tenant = new Tenant(new TenantId(ids.next()), name, language, kind);
        jdbc.sql(
                        """
                        insert into tenancy.tenant (id, name, language, kind, created_at)
                        values (:id, :name, :language, :kind, :now)
                        """)
                .param("id", tenant.id().value())
                .param("name", name)
                .param("language", language)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return tenant;
    }

    public Optional<Tenant> find(TenantId id) {
        return jdbc.sql("select id, name, language, kind from tenancy.tenant where id = :id")
                .param("id", id.value())
                .query(TENANT)
                .optional();
    }

    public List<Tenant> all() {
        return jdbc.sql("select id, name, language, kind from tenancy.tenant order by created_at")
                .query(TENANT)
                .list();
    }
}
