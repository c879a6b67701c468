package io.moked.hours;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.kernel.Page;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CalendarStore {

    private static final TypeReference<Map<DayOfWeek, List<Span>>> WEEK = new TypeReference<>() {};
    private static final TypeReference<List<SpecialDay>> DAYS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CalendarStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Calendar> page(Page page) {
        return jdbc.sql(
                        """
                        select * from hours.calendar where (created_at, id) < (:at, :id)
                        order by created_at desc, id desc limit :rows
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("rows", page.rowsToRead())
                .query(this::calendar)
                .list();
    }

    int count() {
        return jdbc.sql("select count(*) from hours.calendar").query(Integer.class).single();
    }

    Optional<Calendar> find(UUID id) {
        return jdbc.sql("select * from hours.calendar where id = :id")
                .param("id", id)
                .query(this::calendar)
                .optional();
    }

    List<Calendar> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select * from hours.calendar where id = any(:ids::uuid[])")
                        .param("ids", column(ids))
                        .query(this::calendar)
                        .list();
    }

    Map<UUID, String> names() {
        return jdbc
                .sql("select id, name from hours.calendar")
                .query((row, n) -> Map.entry(uuid(row, "id"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether it is there; if so it stays until the end of the transaction. */
    boolean hold(UUID id) {
        return jdbc.sql("select id from hours.calendar where id = :id for key share")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Whether it is there; if so nobody holds it, and nobody takes it until the end. */
    boolean lock(UUID id) {
        return jdbc.sql("select id from hours.calendar where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    private Calendar calendar(ResultSet row, int n) throws SQLException {
        return new Calendar(
                uuid(row, "id"),
                row.getString("name"),
                new OpeningHours(
                        ZoneId.of(row.getString("time_zone")),
                        json.readValue(row.getString("week"), WEEK),
                        json.readValue(row.getString("special_days"), DAYS)),
                row.getInt("version"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    void add(Calendar calendar) {
        write(
                calendar,
                jdbc.sql(
                                """
                                insert into hours.calendar (tenant_id, id, name, time_zone, week, special_days, version,
                                    created_at, changed_at)
                                values (:tenant, :id, :name, :zone, :week::jsonb, :days::jsonb, :version, :at, :at)
                                """)
                        .param("tenant", TenantScope.current().value()));
    }

    /** Whether it still was as it had been read: one version before this. */
    boolean replace(Calendar calendar) {
        return write(
                        calendar,
                        jdbc.sql(
                                """
                                update hours.calendar set name = :name, time_zone = :zone, week = :week::jsonb,
                                    special_days = :days::jsonb, version = :version, changed_at = :at
                                where id = :id and version = :version - 1
                                """))
                > 0;
    }

    private int write(Calendar calendar, StatementSpec statement) {
        var hours = calendar.hours();
        try {
            return statement
                    .param("id", calendar.id())
                    .param("name", calendar.name())
                    .param("zone", hours.zone().getId())
                    .param("week", json.writeValueAsString(hours.week()))
                    .param("days", json.writeValueAsString(hours.specialDays()))
                    .param("version", calendar.version())
                    .param("at", time(calendar.changedAt()))
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new Refusals.NameTaken();
        }
    }

    void remove(UUID id) {
        jdbc.sql("delete from hours.calendar where id = :id").param("id", id).update();
    }
}
