package io.moked.agent;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.agent.Attendance.Seat;
import io.moked.database.WorkerDatabase;
import io.moked.kernel.Limit;
import io.moked.tenancy.TenantId;
import io.moked.timetable.TimedWork;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Servers that see consoles, and what each sees, of all tenants. */
@Repository
class WitnessStore {

    private final JdbcClient jdbc;

    WitnessStore(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    /** Whether the others knew it still; if not, they have forgotten what it sees. */
    boolean isThere(UUID witness, Instant until) {
        return jdbc.sql(
                        """
                        insert into agent.witness (id, seen_until) values (:witness, :until)
                        on conflict (id) do update set seen_until = :until
                        returning xmax <> 0
                        """)
                .param("witness", witness)
                .param("until", time(until))
                .query(Boolean.class)
                .single();
    }

    void sees(UUID witness, Collection<Seat> seats, Instant now) {
        jdbc.sql(
                        """
                        insert into agent.sight (tenant_id, user_id, witness_id, came_at)
                        select tenant_id, user_id, :witness, :now
                        from unnest(:tenants::uuid[], :agents::uuid[]) as s (tenant_id, user_id) order by 1, 2
                        on conflict (tenant_id, user_id, witness_id) do update set came_at = :now, gone_at = null
                        """)
                .param("witness", witness)
                .param("tenants", column(seats, it -> it.tenant().value()))
                .param("agents", column(seats, it -> it.user().value()))
                .param("now", time(now))
                .update();
    }

    /** What has come back since then is there. */
    void seesNoMore(UUID witness, Collection<Seat> seats, Instant now) {
        jdbc.sql(
                        """
                        with gone as (
                            select s.tenant_id, s.user_id from agent.sight s
                                join unnest(:tenants::uuid[], :agents::uuid[]) as g (tenant_id, user_id)
                                    on g.tenant_id = s.tenant_id and g.user_id = s.user_id
                            where s.witness_id = :witness and s.gone_at is null and s.came_at <= :now
                            order by s.tenant_id, s.user_id for update of s
                        )
                        update agent.sight s set gone_at = :now from gone
                        where s.tenant_id = gone.tenant_id and s.user_id = gone.user_id and s.witness_id = :witness
                        """)
                .param("witness", witness)
                .param("tenants", column(seats, it -> it.tenant().value()))
                .param("agents", column(seats, it -> it.user().value()))
                .param("now", time(now))
                .update();
    }

    /**
     * Servers that have not said for long that they are there see nothing any more. From now on,
     * not from when they were there last: while none was, nobody could be seen.
     */
    void endOfSilent(Instant now) {
        jdbc.sql(
                        """
                        with silent as (
                            delete from agent.witness where seen_until < :now returning id
                        ), seen as (
                            select tenant_id, user_id, witness_id from agent.sight
                            where witness_id in (select id from silent) and gone_at is null
                            order by tenant_id, user_id, witness_id for update
                        )
                        update agent.sight s set gone_at = :now from seen
                        where s.tenant_id = seen.tenant_id and s.user_id = seen.user_id and s.witness_id = seen.witness_id
                        """)
                .param("now", time(now))
                .update();
    }

    /** Where somebody has gone for longer than they may, or may go as they like. */
    List<TenantId> withGone(Instant now) {
        return jdbc.sql(
                        """
                        select distinct s.tenant_id from agent.sight s left join agent.absence_rule p on p.tenant_id = s.tenant_id
                        where s.gone_at <= :now
                            and s.gone_at <= :now - make_interval(mins => coalesce(p.grace_minutes, :usual)) limit :part
                        """)
                .param("now", time(now))
                .param("usual", Limit.USUAL_GRACE_MINUTES.value())
                .param("part", TimedWork.PART)
                .query((row, n) -> new TenantId(uuid(row, "tenant_id")))
                .list();
    }
}
