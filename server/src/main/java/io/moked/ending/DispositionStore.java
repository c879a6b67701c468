package io.moked.ending;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static java.util.stream.Collectors.toMap;

import io.moked.ending.Dispositions.Disposition;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DispositionStore {

    private final JdbcClient jdbc;

    DispositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Disposition> all() {
        return jdbc.sql(
                        "select id, name from ending.disposition where removed_at is null order by place, id")
                .query(DispositionStore::disposition)
                .list();
    }

    Map<UUID, String> names(Collection<UUID> ids) {
        return jdbc
                .sql("select id, name from ending.disposition where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query(DispositionStore::disposition)
                .list()
                .stream()
                .collect(toMap(Disposition::id, Disposition::name));
    }

    /** Whether it may be chosen. */
    boolean isThere(UUID id) {
        return jdbc.sql(
                        "select exists (select from ending.disposition where id = :id and removed_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void add(Disposition added) {
        jdbc.sql(
                        """
                        insert into ending.disposition (tenant_id, id, name, place)
                        select :tenant, :id, :name, coalesce(max(place), 0) + 1 from ending.disposition
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", added.id())
                .param("name", added.name())
                .update();
    }

    boolean rename(Disposition renamed) {
        return jdbc.sql(
                                "update ending.disposition set name = :name where id = :id and removed_at is null")
                        .param("name", renamed.name())
                        .param("id", renamed.id())
                        .update()
                > 0;
    }

    void order(List<UUID> ids) {
        jdbc.sql(
                        """
                        update ending.disposition d set place = o.place
                        from unnest(:ids::uuid[]) with ordinality as o (id, place) where d.id = o.id
                        """)
                .param("ids", column(ids))
                .update();
    }

    boolean remove(UUID id, Instant now) {
        return jdbc.sql(
                                "update ending.disposition set removed_at = :now where id = :id and removed_at is null")
                        .param("now", time(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    private static Disposition disposition(ResultSet row, int n) throws SQLException {
        return new Disposition(uuid(row, "id"), row.getString("name"));
    }
}
