package io.moked.agent;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.UserId;
import io.moked.kernel.Limit;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose consoles are seen, of the tenant in scope. */
@Repository
class SightStore {

    private final JdbcClient jdbc;

    SightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void sees(UUID witness, UserId agent, Instant now) {
        jdbc.sql(
                        """
                        insert into agent.sight (tenant_id, user_id, witness_id, came_at)
                        values (:tenant, :agent, :witness, :now)
                        on conflict (tenant_id, user_id, witness_id) do update set came_at = :now, gone_at = null
                        """)
                .param("tenant", TenantScope.current().value())
                .param("agent", agent.value())
                .param("witness", witness)
                .param("now", time(now))
                .update();
    }

    /** Who was seen last so long ago, by one server at least. */
    List<UUID> goneSince(Instant before) {
        return jdbc.sql(
                        """
                        select distinct user_id from agent.sight where gone_at <= :before order by user_id limit :part
                        """)
                .param("before", time(before))
                .param("part", TimedWork.PART)
                .query((row, n) -> uuid(row, "user_id"))
                .list();
    }

    /** Forgets what was seen of them last so long ago. */
    void forget(Collection<UUID> agents, Instant before) {
        jdbc.sql(
                        """
                        with over as (
                            select user_id, witness_id from agent.sight
                            where user_id = any(:agents::uuid[]) and gone_at <= :before
                            order by user_id, witness_id for update
                        )
                        delete from agent.sight s using over
                        where s.user_id = over.user_id and s.witness_id = over.witness_id
                        """)
                .param("agents", column(agents))
                .param("before", time(before))
                .update();
    }

    /** Those of them of whom nothing is left: nobody sees them, or has seen them lately. */
    List<UserId> unseen(Collection<UUID> agents) {
        return jdbc.sql(
                        """
                        select id from unnest(:agents::uuid[]) as a (id)
                        where not exists (select from agent.sight where user_id = a.id) order by id
                        """)
                .param("agents", column(agents))
                .query((row, n) -> new UserId(uuid(row, "id")))
                .list();
    }

    /** Zero for a business that never takes anybody for gone. */
    Duration grace() {
        return jdbc.sql("select grace_minutes from agent.absence_rule")
                .query(Integer.class)
                .optional()
                .map(Duration::ofMinutes)
                .orElse(Duration.ofMinutes(Limit.USUAL_GRACE_MINUTES.value()));
    }

    void setGrace(int minutes) {
        jdbc.sql(
                        """
                        insert into agent.absence_rule (tenant_id, grace_minutes) values (:tenant, :minutes)
                        on conflict (tenant_id) do update set grace_minutes = :minutes
                        """)
                .param("tenant", TenantScope.current().value())
                .param("minutes", minutes)
                .update();
    }
}
