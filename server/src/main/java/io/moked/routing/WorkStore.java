package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.conversation.Workload;
import io.moked.routing.engine.Waiting;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkStore {

    /** What a conversation takes of an agent's capacity. */
    static final int UNITS = 1;

    private final JdbcClient jdbc;

    WorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an agent holds. */
    record Held(UUID conversation, UUID agent, int units) {}

    /** A row of the line. */
    record Queued(Waiting waiting, Instant since) {}

    /**
     * At the end of their lines.
     *
     * @return whether agents are given what waits in any of these
     */
    boolean queue(List<Workload.Work> work, Instant now) {
        return jdbc.sql(
                        """
                        with queued as (
                            insert into routing.waiting (tenant_id, conversation_id, department_id, since, standing_at, units)
                            select :tenant, w.conversation_id, department_id, :now,
                                :now::timestamptz - make_interval(secs => coalesce(start_seconds, 0)), :units
                            from unnest(:conversations::uuid[], :departments::uuid[]) as w (conversation_id, department_id)
                                left join routing.urgency u on u.conversation_id = w.conversation_id
                        )
                        select exists (
                            select from routing.department where id = any(:departments::uuid[]) and mode = 'push')
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(now))
                .param("units", UNITS)
                .param("conversations", column(work, Workload.Work::conversation))
                .param("departments", column(work, Workload.Work::department))
                .query(Boolean.class)
                .single();
    }

    void unqueue(Collection<UUID> conversations) {
        jdbc.sql("delete from routing.waiting where conversation_id = any(:conversations::uuid[])")
                .param("conversations", column(conversations))
                .update();
    }

    void hold(Collection<Held> held, Instant now) {
        jdbc.sql(
                        """
                        insert into routing.held (tenant_id, conversation_id, agent_id, units, since)
                        select :tenant, conversation_id, agent_id, units, :now
                        from unnest(:conversations::uuid[], :agents::uuid[], :units::int[])
                            as h (conversation_id, agent_id, units)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(now))
                .param("conversations", column(held, Held::conversation))
                .param("agents", column(held, Held::agent))
                .param("units", column(held, Held::units))
                .update();
    }

    List<Held> release(Collection<UUID> conversations) {
        return jdbc.sql(
                        """
                        delete from routing.held where conversation_id = any(:conversations::uuid[])
                        returning conversation_id, agent_id, units
                        """)
                .param("conversations", column(conversations))
                .query((row, n) ->
                        new Held(
                                uuid(row, "conversation_id"),
                                uuid(row, "agent_id"),
                                row.getInt("units")))
                .list();
    }

    /** Those who stand first in the lines of some departments, together in order. */
    List<Queued> front(Collection<UUID> departments, int most) {
        return jdbc.sql(
                        """
                        select first.* from unnest(:departments::uuid[]) as d (id) cross join lateral (
                            select conversation_id, department_id, since, standing_at, units from routing.waiting w
                            where w.department_id = d.id order by standing_at, conversation_id limit :most) as first
                        order by standing_at, conversation_id limit :most
                        """)
                .param("departments", column(departments))
                .param("most", most)
                .query(WorkStore::queued)
                .list();
    }

    Optional<Queued> find(UUID conversation) {
        return jdbc.sql(
                        """
                        select conversation_id, department_id, since, standing_at, units from routing.waiting
                        where conversation_id = :conversation and department_id is not null
                        """)
                .param("conversation", conversation)
                .query(WorkStore::queued)
                .optional();
    }

    /** How many stand before it in its line. */
    int before(Waiting one) {
        return jdbc.sql(
                        """
                        select count(*) from routing.waiting where department_id = :department
                            and (standing_at, conversation_id) < (:standing, :conversation)
                        """)
                .param("department", one.lines().getFirst())
                .param("standing", time(one.standing()))
                .param("conversation", one.id())
                .query(Integer.class)
                .single();
    }

    private static Queued queued(ResultSet row, int n) throws SQLException {
        var waiting =
                new Waiting(
                        uuid(row, "conversation_id"),
                        List.of(uuid(row, "department_id")),
                        instant(row, "standing_at"),
                        row.getInt("units"),
                        Map.of(),
                        Map.of(),
                        null,
                        Set.of());
        return new Queued(waiting, instant(row, "since"));
    }
}
