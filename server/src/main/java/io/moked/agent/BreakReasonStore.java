package io.moked.agent;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BreakReasonStore {

    private final JdbcClient jdbc;

    BreakReasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were removed as well, as they may be named by what was. */
    List<BreakReason> all() {
        return jdbc.sql("select * from agent.break_reason order by lower(name_en), id")
                .query((row, n) ->
                        new BreakReason(
                                uuid(row, "id"),
                                row.getString("name_en"),
                                row.getString("name_he"),
                                row.getObject("removed_at") != null))
                .list();
    }

    boolean isUsable(UUID reason) {
        return jdbc.sql(
                        """
                        select exists (select from agent.break_reason where id = :reason and removed_at is null)
                        """)
                .param("reason", reason)
                .query(Boolean.class)
                .single();
    }

    /** As many as fit beside those whose names are the same. */
    int add(List<BreakReason> reasons) {
        return jdbc.sql(
                        """
                        insert into agent.break_reason (tenant_id, id, name_en, name_he)
                        select :tenant, id, name_en, name_he
                        from unnest(:ids::uuid[], :english::text[], :hebrew::text[]) as r (id, name_en, name_he)
                        on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ids", column(reasons, BreakReason::id))
                .param("english", column(reasons, BreakReason::english))
                .param("hebrew", column(reasons, BreakReason::hebrew))
                .update();
    }

    boolean rename(BreakReason reason) {
        return jdbc.sql(
                                """
                                update agent.break_reason set name_en = :english, name_he = :hebrew
                                where id = :id and removed_at is null
                                """)
                        .param("english", reason.english())
                        .param("hebrew", reason.hebrew())
                        .param("id", reason.id())
                        .update()
                == 1;
    }

    boolean remove(UUID reason, Instant now) {
        return jdbc.sql(
                                """
                                update agent.break_reason set removed_at = :now where id = :id and removed_at is null
                                """)
                        .param("now", time(now))
                        .param("id", reason)
                        .update()
                == 1;
    }
}
