package io.moked.sending;

import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.sending.OutboxClaims.Number;
import java.time.Duration;
import java.time.Instant;
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

    private final JdbcClient jdbc;

    NumberPace(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    /** How many messages the number may send now; none while another server claims for it. */
    int room(Number number, Instant now) {
        open(number, now);
        return jdbc.sql(
                        """
                        select least(
                            :inFlight - (select count(*) from sending.outbox o
                                where o.tenant_id = p.tenant_id and o.channel_id = p.channel_id and o.state = 'sending'),
                            floor(extract(epoch from (:now + :burst::interval
                                    - case when p.free_at between :now and :ahead then p.free_at else :now end))
                                * p.per_second))::int as room
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
        jdbc.sql(
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
        jdbc.sql(
                        """
                        update sending.number_pace
                        set free_at = case when free_at between :now and :ahead then free_at else :now end
                            + make_interval(secs => :messages::float / per_second)
                        where tenant_id = :tenant and channel_id = :channel
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(OutboxClaims.LONGEST_AHEAD)))
                .param("messages", messages)
                .param("tenant", number.tenant())
                .param("channel", number.channel())
                .update();
    }
}
