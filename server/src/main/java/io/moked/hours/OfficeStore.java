package io.moked.hours;

import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;
import static java.util.stream.Collectors.toMap;

import io.moked.hours.OfficeHours.Observance;
import io.moked.tenancy.TenantScope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfficeStore {

    private final JdbcClient jdbc;

    OfficeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Observance> all() {
        return jdbc
                .sql("select id, calendar_id from hours.office")
                .query((row, n) ->
                        Map.entry(uuid(row, "id"), Observance.of(uuidOrNull(row, "calendar_id"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void put(UUID office, @Nullable UUID calendar) {
        jdbc.sql(
                        """
                        insert into hours.office (tenant_id, id, calendar_id) values (:tenant, :id, :calendar)
                        on conflict (tenant_id, id) do update set calendar_id = excluded.calendar_id
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", office)
                .param("calendar", calendar)
                .update();
    }

    void remove(UUID office) {
        jdbc.sql("delete from hours.office where id = :id").param("id", office).update();
    }

    boolean isUsed(UUID calendar) {
        return jdbc.sql("select exists (select from hours.office where calendar_id = :calendar)")
                .param("calendar", calendar)
                .query(Boolean.class)
                .single();
    }
}
