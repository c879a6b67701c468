package io.moked.ending;

import static io.moked.database.SqlValues.column;

import io.moked.ending.DepartmentEnding.Words;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EndingStore {

    private final JdbcClient jdbc;

    EndingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duration reopening() {
        return jdbc.sql("select minutes from ending.reopening")
                .query(Long.class)
                .optional()
                .map(Duration::ofMinutes)
                .orElse(Duration.ZERO);
    }

    void setReopening(Duration within) {
        if (within.isZero()) {
            jdbc.sql("delete from ending.reopening").update();
            return;
        }
        jdbc.sql(
                        """
                        insert into ending.reopening (tenant_id, minutes) values (:tenant, :minutes)
                        on conflict (tenant_id) do update set minutes = :minutes
                        """)
                .param("tenant", TenantScope.current().value())
                .param("minutes", within.toMinutes())
                .update();
    }

    List<DepartmentEnding> of(Collection<UUID> departments) {
        return jdbc.sql(
                        "select * from ending.department where department_id = any(:departments::uuid[])")
                .param("departments", column(departments))
                .query(EndingStore::ending)
                .list();
    }

    void set(UUID department, DepartmentEnding it) {
        jdbc.sql(
                        """
                        insert into ending.department (tenant_id, department_id, requires_disposition, wrap_up_seconds,
                            nudge_minutes, nudge_english, nudge_hebrew, resolve_minutes, farewell_english,
                            farewell_hebrew, agent_minutes)
                        values (:tenant, :department, :requires, :wrapUp, :nudge, :nudgeEnglish, :nudgeHebrew, :resolve,
                            :farewellEnglish, :farewellHebrew, :agent)
                        on conflict (tenant_id, department_id) do update
                        set requires_disposition = :requires, wrap_up_seconds = :wrapUp, nudge_minutes = :nudge,
                            nudge_english = :nudgeEnglish, nudge_hebrew = :nudgeHebrew, resolve_minutes = :resolve,
                            farewell_english = :farewellEnglish, farewell_hebrew = :farewellHebrew, agent_minutes = :agent
                        """)
                .param("tenant", TenantScope.current().value())
                .param("department", department)
                .param("requires", it.requiresDisposition())
                .param("wrapUp", it.wrapUp().toSeconds())
                .param("nudge", minutes(it.nudgeAfter()))
                .param("nudgeEnglish", it.nudge().english())
                .param("nudgeHebrew", it.nudge().hebrew())
                .param("resolve", minutes(it.resolveAfter()))
                .param("farewellEnglish", it.farewell().english())
                .param("farewellHebrew", it.farewell().hebrew())
                .param("agent", minutes(it.returnAfter()))
                .update();
    }

    private static @Nullable Long minutes(@Nullable Duration time) {
        return time == null ? null : time.toMinutes();
    }

    private static @Nullable Duration minutes(ResultSet row, String column) throws SQLException {
        int minutes = row.getInt(column);
        return row.wasNull() ? null : Duration.ofMinutes(minutes);
    }

    private static DepartmentEnding ending(ResultSet row, int n) throws SQLException {
        return new DepartmentEnding(
                row.getBoolean("requires_disposition"),
                Duration.ofSeconds(row.getInt("wrap_up_seconds")),
                minutes(row, "nudge_minutes"),
                new Words(row.getString("nudge_english"), row.getString("nudge_hebrew")),
                minutes(row, "resolve_minutes"),
                new Words(row.getString("farewell_english"), row.getString("farewell_hebrew")),
                minutes(row, "agent_minutes"));
    }
}
