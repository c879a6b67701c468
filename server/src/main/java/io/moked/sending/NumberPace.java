package io.moked.sending;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;

import io.moked.channel.ChannelId;
import io.moked.channel.Connections;
import io.moked.database.WorkerDatabase;
import io.moked.sending.OutboxClaims.Number;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How much a number may send: Meta's usual throughput is 80 messages a second. Kept by the moment
 * at which the next message may go (GCRA), in a row that all servers share.
 */
@Repository
class NumberPace {

    private static final Duration BURST = Duration.ofSeconds(1);

    /** On the wire at once for one number, so that a slow answer holds up no other number. */
    private static final int IN_FLIGHT = 24;

    /** How often a number that is stopped is tried. */
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

    private static final Duration BREATH = Duration.ofSeconds(1);

    private final JdbcClient worker;
    private final JdbcClient jdbc;

    NumberPace(WorkerDatabase worker, JdbcClient jdbc) {
        this.worker = worker.jdbc();
        this.jdbc = jdbc;
    }

    /** How many messages the number may send now; none while another server claims for it. */
    int room(Number number, Instant now) {
        open(number, now);
        return worker.sql(
                        """
                        select least(
                            greatest(:inFlight, p.per_second * 3 / 10) - (select count(*) from sending.outbox o
                                where o.tenant_id = p.tenant_id and o.channel_id = p.channel_id and o.state = 'sending'),
                            floor(extract(epoch from (:now + :burst::interval
                                    - case when p.free_at between :now and :ahead then p.free_at else :now end))
                                * p.per_second),
                            case when not p.is_stopped then 1000
                                when p.free_at between :now and :ahead then 0 else 1 end)::int as room
                        from sending.number_pace p
                        where p.tenant_id = :tenant and p.channel_id = :channel
                        for update of p skip locked
                        """)
                .param("inFlight", IN_FLIGHT)
                .param("now", time(now))
                .param("ahead", time(now.plus(OutboxClaims.LONGEST_AHEAD)))
                .param("burst", BURST.toString())
                .param("tenant", number.tenant())
                .param("channel", number.channel())
                .query(Integer.class)
                .optional()
                .map(room -> Math.max(room, 0))
                .orElse(0);
    }

    private void open(Number number, Instant now) {
        worker.sql(
                        """
                        insert into sending.number_pace (tenant_id, channel_id, free_at)
                        values (:tenant, :channel, :now) on conflict do nothing
                        """)
                .param("tenant", number.tenant())
                .param("channel", number.channel())
                .param("now", time(now))
                .update();
    }

    /** So many messages go now. */
    void taken(Number number, int messages, Instant now) {
        worker.sql(
                        """
                        update sending.number_pace
                        set free_at = case when is_stopped then :now + :between::interval
                            else case when free_at between :now and :ahead then free_at else :now end
                                + make_interval(secs => :messages::float / per_second) end
                        where tenant_id = :tenant and channel_id = :channel
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(OutboxClaims.LONGEST_AHEAD)))
                .param("between", BETWEEN_TRIES.toString())
                .param("messages", messages)
                .param("tenant", number.tenant())
                .param("channel", number.channel())
                .update();
    }

    /** The network takes nothing from it: one message asks again, now and then. */
    void stop(ChannelId channel, Instant now) {
        jdbc.sql(
                        """
                        update sending.number_pace set is_stopped = true, free_at = :free
                        where channel_id = :channel
                        """)
                .param("free", time(now.plus(BETWEEN_TRIES)))
                .param("channel", channel.value())
                .update();
    }

    /**
     * Sends as before.
     *
     * @return whether it was stopped
     */
    boolean resume(ChannelId channel, Instant now) {
        return jdbc.sql(
                                """
                                update sending.number_pace set is_stopped = false, free_at = :now
                                where channel_id = :channel and is_stopped
                                """)
                        .param("now", time(now))
                        .param("channel", channel.value())
                        .update()
                > 0;
    }

    /** The network says that too much comes at once. */
    void breathe(ChannelId channel, Instant now) {
        jdbc.sql(
                        """
                        update sending.number_pace set free_at = greatest(free_at, :now) + :breath::interval
                        where channel_id = :channel and free_at < :now + interval '1 minute'
                        """)
                .param("now", time(now))
                .param("breath", BREATH.toString())
                .param("channel", channel.value())
                .update();
    }

    /** The network wants to hear nothing from all of these for a while. */
    void hold(List<Connections.Owned> numbers, Instant until) {
        worker.sql(
                        """
                        update sending.number_pace p set free_at = greatest(p.free_at, :until)
                        from unnest(:tenants::uuid[], :channels::uuid[]) as n (tenant_id, channel_id)
                        where p.tenant_id = n.tenant_id and p.channel_id = n.channel_id
                        """)
                .param("until", time(until))
                .param("tenants", column(numbers, it -> it.tenant().value()))
                .param("channels", column(numbers, it -> it.channel().value()))
                .update();
    }

    /** What the network lets this number send. */
    void allow(ChannelId channel, int perSecond, Instant now) {
        jdbc.sql(
                        """
                        insert into sending.number_pace as p (tenant_id, channel_id, free_at, per_second)
                        values (:tenant, :channel, :now, :perSecond)
                        on conflict (tenant_id, channel_id) do update set per_second = excluded.per_second
                        where p.per_second <> excluded.per_second
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channel", channel.value())
                .param("now", time(now))
                .param("perSecond", perSecond)
                .update();
    }
}
