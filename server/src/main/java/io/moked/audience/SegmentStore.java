package io.moked.audience;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.contact.Criteria;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SegmentStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SegmentStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Segment> all() {
        return jdbc.sql("select * from audience.segment order by lower(name), id")
                .query(this::segment)
                .list();
    }

    Optional<Segment> find(SegmentId id) {
        return jdbc.sql("select * from audience.segment where id = :id")
                .param("id", id.value())
                .query(this::segment)
                .optional();
    }

    private Segment segment(ResultSet row, int n) throws SQLException {
        return new Segment(
                uuid(row, "id"),
                row.getString("name"),
                json.readValue(row.getString("criteria"), Criteria.class),
                instant(row, "changed_at"));
    }

    /** Whether the name was free. */
    boolean add(Segment segment) {
        return jdbc.sql(
                                """
                                insert into audience.segment (tenant_id, id, name, criteria, changed_at)
                                values (:tenant, :id, :name, :criteria::jsonb, :at)
                                on conflict (tenant_id, name) do nothing
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("id", segment.id())
                        .param("name", segment.name())
                        .param("criteria", json.writeValueAsString(segment.criteria()))
                        .param("at", time(segment.changedAt()))
                        .update()
                > 0;
    }

    /** Whether the name was free. */
    boolean change(Segment segment) {
        return jdbc.sql(
                                """
                                update audience.segment s set name = :name, criteria = :criteria::jsonb, changed_at = :at
                                where id = :id and not exists (select from audience.segment other
                                    where other.name = :name and other.id <> :id)
                                """)
                        .param("id", segment.id())
                        .param("name", segment.name())
                        .param("criteria", json.writeValueAsString(segment.criteria()))
                        .param("at", time(segment.changedAt()))
                        .update()
                > 0;
    }

    boolean remove(SegmentId id) {
        return jdbc.sql("delete from audience.segment where id = :id")
                        .param("id", id.value())
                        .update()
                > 0;
    }
}
