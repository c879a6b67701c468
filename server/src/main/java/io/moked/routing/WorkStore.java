package io.moked.routing;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.conversation.Conversation.Workload;
import io.moked.routing.engine.Waiting;
import io.moked.routing.weight.Weights;
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

    /**
     * A row of the line.
     *
     * @param asked who was asked during this wait, and did not take it
     */
    record Queued(Waiting waiting, Instant since, Set<UUID> asked) {

        UUID id() {
            return waiting.id();
        }

        /** Its own department. */
        UUID department() {
            return waiting.lines().getFirst();
        }
    }

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
     * @return whether agents are given or offered what waits in any of these, or in others for them
     */
    boolean queue(List<Place> places, Instant now) {
        return jdbc.sql(
                        """
                        with queued as (
                            insert into routing.waiting (tenant_id, conversation_id, department_id, since, came_at, standing_at, units, had_by)
                            select :tenant, w.conversation_id, department_id, :now, came_at,
                                came_at - make_interval(secs => coalesce(start_seconds, 0)), coalesce(v.units, :usual), had_by
                            from unnest(:conversations::uuid[], :channels::uuid[], :departments::uuid[], :times::timestamptz[], :agents::uuid[])
                                    as w (conversation_id, channel_id, department_id, came_at, had_by)
                                left join routing.urgency u on u.conversation_id = w.conversation_id
                                left join routing.channel_weight v on v.channel_id = w.channel_id
                            returning tenant_id, conversation_id, department_id, since
                        ), noted as (
                            insert into routing.step (tenant_id, at, conversation_id, what, department_id)
                            select tenant_id, since, conversation_id, 'waits', department_id from queued
                        )
                        select exists (
                            select from routing.department d where id = any(:departments::uuid[])
                                and (mode <> 'pull' or exists (select from routing.overflow o where o.department_id = d.id)))
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(now))
                .param("usual", Weights.USUAL)
                .param("conversations", column(places, it -> it.work().conversation()))
                .param("channels", column(places, it -> it.work().channel()))
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
                        with held as (
                            insert into routing.held (tenant_id, conversation_id, agent_id, units, since, came_at)
                            select :tenant, conversation_id, agent_id, units, :now, came_at
                            from unnest(:conversations::uuid[], :agents::uuid[], :units::int[], :times::timestamptz[])
                                as h (conversation_id, agent_id, units, came_at)
                            returning tenant_id, since, conversation_id, agent_id
                        )
                        insert into routing.step (tenant_id, at, conversation_id, what, agent_id)
                        select tenant_id, since, conversation_id, 'given', agent_id from held
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

    /** These go no further, or rest, where they are; called while they are there. */
    void note(String step, Collection<UUID> conversations, Instant now) {
        jdbc.sql(
                        """
                        insert into routing.step (tenant_id, at, conversation_id, what)
                        select tenant_id, :now, conversation_id, :step from (
                            select tenant_id, conversation_id from routing.waiting where conversation_id = any(:conversations::uuid[])
                            union select tenant_id, conversation_id from routing.held where conversation_id = any(:conversations::uuid[])) as there
                        """)
                .param("now", time(now))
                .param("step", step)
                .param("conversations", column(conversations))
                .update();
    }

    /**
     * Those who stand first in the lines of some departments, together in order, without those whom
     * an agent is asked to take, and without those of more units than so many.
     */
    List<Queued> front(Collection<UUID> departments, int most, int heaviest) {
        return jdbc.sql(
                        """
                        select first.* from unnest(:departments::uuid[]) as d (id) cross join lateral (
                            select conversation_id, department_id, since, standing_at, units, had_by, declined from routing.waiting w
                            where w.department_id = d.id and units <= :heaviest
                                and not exists (select from routing.offer o where o.conversation_id = w.conversation_id)
                            order by standing_at, conversation_id limit :most) as first
                        order by standing_at, conversation_id limit :most
                        """)
                .param("departments", column(departments))
                .param("most", most)
                .param("heaviest", heaviest)
                .query(WorkStore::queued)
                .list();
    }

    Optional<Queued> find(UUID conversation) {
        return jdbc.sql(
                        """
                        select conversation_id, department_id, since, standing_at, units, had_by, declined from routing.waiting
                        where conversation_id = :conversation and department_id is not null
                        """)
                .param("conversation", conversation)
                .query(WorkStore::queued)
                .optional();
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
        var asked = Set.of((UUID[]) row.getArray("declined").getArray());
        return new Queued(waiting, instant(row, "since"), asked);
    }
}
