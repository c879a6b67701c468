package io.moked.agent;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.access.UserId;
import io.moked.agent.Agents.Standing;
import io.moked.kernel.Limit;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgentStore {

    private final JdbcClient jdbc;

    AgentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Standing standing(ResultSet row, int n) throws SQLException {
        return new Standing(
                uuid(row, "user_id"),
                Availability.of(row.getString("availability")),
                uuidOrNull(row, "reason_id"),
                backAs(row.getString("back_as")),
                instant(row, "since"),
                row.getInt("capacity"),
                row.getInt("used"),
                instant(row, "idle_since"),
                instantOrNull(row, "last_given_at"));
    }

    private static @Nullable Availability backAs(@Nullable String word) {
        return word == null ? null : Availability.of(word);
    }

    List<Standing> all() {
        return jdbc.sql("select * from agent.agent order by user_id")
                .query(AgentStore::standing)
                .list();
    }

    List<Standing> of(Collection<UUID> agents) {
        return jdbc.sql(
                        "select * from agent.agent where user_id = any(:agents::uuid[]) order by user_id")
                .param("agents", column(agents))
                .query(AgentStore::standing)
                .list();
    }

    void enter(Collection<UUID> agents, Instant now) {
        jdbc.sql(
                        """
                        insert into agent.agent (tenant_id, user_id, availability, since, capacity, idle_since)
                        select :tenant, agent, 'offline', :now, :capacity, :now from unnest(:agents::uuid[]) as a (agent)
                        on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("agents", column(agents))
                .param("now", time(now))
                .param("capacity", Limit.USUAL_CAPACITY.value())
                .update();
    }

    Standing lock(UserId agent) {
        return jdbc.sql("select * from agent.agent where user_id = :agent for update")
                .param("agent", agent.value())
                .query(AgentStore::standing)
                .single();
    }

    /** In the order of their ids, as everybody does who locks several. */
    void lock(Collection<UUID> agents) {
        jdbc.sql(
                        "select user_id from agent.agent where user_id = any(:agents::uuid[]) order by user_id for update")
                .param("agents", column(agents))
                .query(UUID.class)
                .list();
    }

    Standing setCapacity(UserId agent, int capacity) {
        return jdbc.sql(
                        "update agent.agent set capacity = :capacity where user_id = :agent returning *")
                .param("capacity", capacity)
                .param("agent", agent.value())
                .query(AgentStore::standing)
                .single();
    }

    /** Locked in the order of their ids; each is looked at as it is once it is locked. */
    Set<UUID> hold(Map<UUID, Integer> units, Instant now) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                with wanted as (
                                    select a.user_id from agent.agent a where a.user_id = any(:agents::uuid[])
                                    order by a.user_id for update
                                )
                                update agent.agent a
                                set used = a.used + w.units, idle_since = :now, last_given_at = :now
                                from wanted join unnest(:agents::uuid[], :units::int[]) as w (agent, units)
                                    on w.agent = wanted.user_id
                                where a.user_id = wanted.user_id and a.availability = 'available'
                                    and a.used + w.units <= a.capacity
                                returning a.user_id
                                """)
                        .param("agents", column(units.keySet()))
                        .param("units", column(units.values()))
                        .param("now", time(now))
                        .query((row, n) -> uuid(row, "user_id"))
                        .list());
    }

    /** Whether that is more than they can hold. */
    boolean holdBeyond(UserId agent, int units, Instant now) {
        return jdbc.sql(
                        """
                        update agent.agent set used = used + :units, idle_since = :now, last_given_at = :now
                        where user_id = :agent returning used > capacity
                        """)
                .param("units", units)
                .param("now", time(now))
                .param("agent", agent.value())
                .query(Boolean.class)
                .single();
    }

    void release(Map<UUID, Integer> units, Instant now) {
        jdbc.sql(
                        """
                        with wanted as (
                            select a.user_id from agent.agent a where a.user_id = any(:agents::uuid[])
                            order by a.user_id for update
                        )
                        update agent.agent a set used = a.used - w.units, idle_since = :now
                        from wanted join unnest(:agents::uuid[], :units::int[]) as w (agent, units)
                            on w.agent = wanted.user_id
                        where a.user_id = wanted.user_id
                        """)
                .param("agents", column(units.keySet()))
                .param("units", column(units.values()))
                .param("now", time(now))
                .update();
    }
}
