package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;
import static java.util.stream.Collectors.toMap;

import io.moked.conversation.Workload;
import io.moked.routing.engine.Waiting;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /**
     * What an agent holds.
     *
     * @param cameAt when its whole wait began
     */
    record Held(UUID conversation, UUID agent, int units, Instant cameAt) {}

    /** A row of the line. */
    record Queued(Waiting waiting, Instant since) {}

    /**
     * A place in a line.
     *
     * @param cameAt when the whole wait began
     * @param hadBy to whom it is not to come back at once
     */
    record Place(Workload.Work work, Instant cameAt, @Nullable UUID hadBy) {

        static Place last(Workload.Work work, Instant now) {
            return new Place(work, now, null);
        }
    }

    /**
     * Each in its line, at the place of its whole wait.
     *
     * @return whether agents are given what waits in any of these
     */
    boolean queue(List<Place> places, Instant now) {
        return jdbc.sql(
                        """
                        with queued as (
                            insert into routing.waiting (tenant_id, conversation_id, department_id, since, came_at, standing_at, units, had_by)
                            select :tenant, w.conversation_id, department_id, :now, came_at,
                                came_at - make_interval(secs => coalesce(start_seconds, 0)), :units, had_by
                            from unnest(:conversations::uuid[], :departments::uuid[], :times::timestamptz[], :agents::uuid[])
                                    as w (conversation_id, department_id, came_at, had_by)
                                left join routing.urgency u on u.conversation_id = w.conversation_id
                        )
                        select exists (
                            select from routing.department where id = any(:departments::uuid[]) and mode = 'push')
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(now))
                .param("units", UNITS)
                .param("conversations", column(places, it -> it.work().conversation()))
                .param("departments", column(places, it -> it.work().department()))
                .param("times", column(places, Place::cameAt))
                .param("agents", column(places, Place::hadBy))
                .query(Boolean.class)
                .single();
    }

    /** Where each had stood, until it goes on. */
    void rest(Map<UUID, Instant> cameAt) {
        jdbc.sql(
                        """
                        insert into routing.resting (tenant_id, conversation_id, came_at)
                        select :tenant, conversation_id, came_at
                        from unnest(:conversations::uuid[], :times::timestamptz[]) as r (conversation_id, came_at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversations", column(cameAt.keySet()))
                .param("times", column(cameAt.values()))
                .update();
    }

    /** When the whole wait of each began that waits or rests. */
    Map<UUID, Instant> unqueue(Collection<UUID> conversations) {
        var cameAt = new HashMap<UUID, Instant>();
        jdbc.sql(
                        """
                        with rested as (
                            delete from routing.resting where conversation_id = any(:conversations::uuid[])
                            returning conversation_id, came_at
                        ), waited as (
                            delete from routing.waiting where conversation_id = any(:conversations::uuid[])
                            returning conversation_id, came_at
                        )
                        select * from rested union all select * from waited
                        """)
                .param("conversations", column(conversations))
                .query((row, n) ->
                        cameAt.put(uuid(row, "conversation_id"), instant(row, "came_at")))
                .list();
        return cameAt;
    }

    void hold(Collection<Held> held, Instant now) {
        jdbc.sql(
                        """
                        insert into routing.held (tenant_id, conversation_id, agent_id, units, since, came_at)
                        select :tenant, conversation_id, agent_id, units, :now, came_at
                        from unnest(:conversations::uuid[], :agents::uuid[], :units::int[], :times::timestamptz[])
                            as h (conversation_id, agent_id, units, came_at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(now))
                .param("conversations", column(held, Held::conversation))
                .param("agents", column(held, Held::agent))
                .param("units", column(held, Held::units))
                .param("times", column(held, Held::cameAt))
                .update();
    }

    /** Colleagues who are asked for them are asked no more. */
    List<Held> release(Collection<UUID> conversations) {
        return jdbc.sql(
                        """
                        with unasked as (
                            delete from routing.handover where conversation_id = any(:conversations::uuid[])
                        )
                        delete from routing.held where conversation_id = any(:conversations::uuid[])
                        returning conversation_id, agent_id, units, came_at
                        """)
                .param("conversations", column(conversations))
                .query((row, n) ->
                        new Held(
                                uuid(row, "conversation_id"),
                                uuid(row, "agent_id"),
                                row.getInt("units"),
                                instant(row, "came_at")))
                .list();
    }

    /** Those who stand first in the lines of some departments, together in order. */
    List<Queued> front(Collection<UUID> departments, int most) {
        return jdbc.sql(
                        """
                        select first.* from unnest(:departments::uuid[]) as d (id) cross join lateral (
                            select conversation_id, department_id, since, standing_at, units, had_by from routing.waiting w
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
                        select conversation_id, department_id, since, standing_at, units, had_by from routing.waiting
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

    /** Where these stand in the lines of departments. */
    Map<UUID, Waits.Place> places(Collection<UUID> conversations) {
        var places = new HashMap<UUID, Waits.Place>();
        jdbc.sql(
                        """
                        select * from (
                            select conversation_id, department_id, row_number() over (
                                partition by department_id order by standing_at, conversation_id)::int as place
                            from routing.waiting where department_id in (select department_id from routing.waiting
                                where conversation_id = any(:conversations::uuid[]))) as line
                        where conversation_id = any(:conversations::uuid[])
                        """)
                .param("conversations", column(conversations))
                .query(row -> {
                    places.put(
                            uuid(row, "conversation_id"),
                            new Waits.Place(uuid(row, "department_id"), row.getInt("place")));
                });
        return places;
    }

    /** How many wait in each line. */
    Map<UUID, Integer> depths() {
        return jdbc
                .sql(
                        """
                        select department_id, count(*)::int as waiting from routing.waiting
                        where department_id is not null group by department_id
                        """)
                .query((row, n) -> Map.entry(uuid(row, "department_id"), row.getInt("waiting")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Queued queued(ResultSet row, int n) throws SQLException {
        var hadBy = uuidOrNull(row, "had_by");
        var waiting =
                new Waiting(
                        uuid(row, "conversation_id"),
                        List.of(uuid(row, "department_id")),
                        instant(row, "standing_at"),
                        row.getInt("units"),
                        Map.of(),
                        Map.of(),
                        null,
                        hadBy == null ? Set.of() : Set.of(hadBy));
        return new Queued(waiting, instant(row, "since"));
    }
}
