package io.moked.conversation;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes messages out of the outbox for sending, over all tenants. A number's rate and a pair's rate
 * are kept by the moment at which the next message may go (GCRA), in rows that all servers share.
 */
@Repository
class OutboxClaims {

    /** Longer than any single send may take; past it, the sender is taken for dead. */
    static final Duration LEASE = Duration.ofMinutes(5);

    /** Meta's usual throughput: 80 messages a second and number. */
    private static final Duration NUMBER_INTERVAL = Duration.ofNanos(1_000_000_000 / 80);

    private static final Duration NUMBER_BURST = Duration.ofSeconds(1);

    /** Meta's pair rate: one message in 6 seconds, of which 45 may be borrowed. */
    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);

    private static final Duration PAIR_BURST = PAIR_INTERVAL.multipliedBy(44);

    /**
     * Nothing is put off for longer; what lies further ahead was written by a clock that has been
     * set back since, and is due.
     */
    private static final Duration LONGEST_AHEAD = Duration.ofMinutes(16);

    /** On the wire at once for one number, so that a slow answer holds up no other number. */
    private static final int IN_FLIGHT = 24;

    private static final RowMapper<Claimed> CLAIMED =
            (row, n) ->
                    new Claimed(
                            new TenantId(uuid(row, "tenant_id")),
                            uuid(row, "message_id"),
                            row.getInt("attempts"));

    /** Claims the first unsent message of each conversation, and paces its number and its pair. */
    private static final String CLAIM =
            """
            with due as (
                select o.tenant_id, o.message_id, o.conversation_id
                from conversation.outbox o
                    left join conversation.pair_pace p
                        on p.tenant_id = o.tenant_id and p.conversation_id = o.conversation_id
                where o.tenant_id = :tenant and o.channel_id = :channel and o.state = 'queued'
                    and (o.due_at <= :now or o.due_at > :ahead)
                    and (coalesce(p.free_at, '-infinity') <= :now + :pairBurst::interval or p.free_at > :ahead)
                    and not exists (select from conversation.outbox earlier
                        where earlier.tenant_id = o.tenant_id and earlier.conversation_id = o.conversation_id
                            and earlier.seq < o.seq)
                order by o.due_at limit :room for update of o skip locked
            ), paced as (
                insert into conversation.pair_pace as p (tenant_id, conversation_id, free_at)
                select tenant_id, conversation_id, :now + :pairInterval::interval from due
                on conflict (tenant_id, conversation_id) do update
                set free_at = case when p.free_at between :now and :ahead then p.free_at else :now end
                    + :pairInterval::interval
            ), numbered as (
                update conversation.number_pace p
                set free_at = case when p.free_at between :now and :ahead then p.free_at else :now end
                    + :interval::interval * (select count(*) from due)
                where p.tenant_id = :tenant and p.channel_id = :channel
            )
            update conversation.outbox o
            set state = 'sending', attempts = o.attempts + 1, due_at = :now + :lease::interval
            from due where o.tenant_id = due.tenant_id and o.message_id = due.message_id
            returning o.tenant_id, o.message_id, o.attempts
            """;

    private final WorkerDatabase worker;
    private final JdbcClient jdbc;

    OutboxClaims(WorkerDatabase worker) {
        this.worker = worker;
        this.jdbc = worker.jdbc();
    }

    /** A message that this server and no other now sends. */
    record Claimed(TenantId tenant, UUID message, int attempts) {}

    private record Number(UUID tenant, UUID channel) {}

    /** Takes no more than there is room for: what is claimed is sent at once. */
    List<Claimed> claim(int most, Instant now) {
        var claimed = new ArrayList<Claimed>();
        for (var number : numbersWithWork(now)) {
            if (claimed.size() < most) {
                claimed.addAll(claimFor(number, most - claimed.size(), now));
            }
        }
        return claimed;
    }

    private List<Number> numbersWithWork(Instant now) {
        return jdbc.sql(
                        """
                        select distinct tenant_id, channel_id from conversation.outbox
                        where state = 'queued' and (due_at <= :now or due_at > :ahead)
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .query((row, n) -> new Number(uuid(row, "tenant_id"), uuid(row, "channel_id")))
                .list();
    }

    private List<Claimed> claimFor(Number number, int most, Instant now) {
        return List.copyOf(
                worker.transactions()
                        .execute(tx -> {
                            int room = Math.min(most, room(number, now));
                            return room == 0 ? List.<Claimed>of() : take(number, room, now);
                        }));
    }

    /** How many messages the number may send now; none while another server claims for it. */
    private int room(Number number, Instant now) {
        openPace(number, now);
        return jdbc.sql(
                        """
                        select least(
                            :inFlight - (select count(*) from conversation.outbox o
                                where o.tenant_id = p.tenant_id and o.channel_id = p.channel_id and o.state = 'sending'),
                            floor(extract(epoch from (:now + :burst::interval
                                    - case when p.free_at between :now and :ahead then p.free_at else :now end))
                                / extract(epoch from :interval::interval)))::int as room
                        from conversation.number_pace p
                        where p.tenant_id = :tenant and p.channel_id = :channel
                        for update of p skip locked
                        """)
                .param("inFlight", IN_FLIGHT)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("burst", NUMBER_BURST.toString())
                .param("interval", NUMBER_INTERVAL.toString())
                .param("tenant", number.tenant())
                .param("channel", number.channel())
                .query(Integer.class)
                .optional()
                .map(room -> Math.max(room, 0))
                .orElse(0);
    }

    private void openPace(Number number, Instant now) {
        jdbc.sql(
                        """
                        insert into conversation.number_pace (tenant_id, channel_id, free_at)
                        values (:tenant, :channel, :now) on conflict do nothing
                        """)
                .param("tenant", number.tenant())
                .param("channel", number.channel())
                .param("now", time(now))
                .update();
    }

    /** The first unsent message of each conversation, as long as its pair may send. */
    private List<Claimed> take(Number number, int room, Instant now) {
        return jdbc.sql(CLAIM)
                .param("tenant", number.tenant())
                .param("channel", number.channel())
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .param("room", room)
                .param("pairBurst", PAIR_BURST.toString())
                .param("pairInterval", PAIR_INTERVAL.toString())
                .param("interval", NUMBER_INTERVAL.toString())
                .param("lease", LEASE.toString())
                .query(CLAIMED)
                .list();
    }

    /** Sends whose server died in the middle: whether they reached the network is unknown. */
    List<Claimed> abandoned(Instant now) {
        return jdbc.sql(
                        """
                        select tenant_id, message_id, attempts from conversation.outbox
                        where state = 'sending' and (due_at < :now or due_at > :ahead) limit 100
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .query(CLAIMED)
                .list();
    }

    /** A claim that nothing was done with: the message waits as before. */
    void giveBack(Claimed claimed, Instant now) {
        jdbc.sql(
                        """
                        update conversation.outbox
                        set state = 'queued', attempts = attempts - 1, due_at = :now
                        where tenant_id = :tenant and message_id = :message
                            and state = 'sending' and attempts = :attempts
                        """)
                .param("now", time(now))
                .param("tenant", claimed.tenant().value())
                .param("message", claimed.message())
                .param("attempts", claimed.attempts())
                .update();
    }

    /** Lets conversations go on that a send of unknown outcome has held back long enough. */
    void releaseHeld(Instant now) {
        jdbc.sql(
                        """
                        delete from conversation.outbox
                        where state = 'unknown' and (due_at < :now or due_at > :ahead)
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .update();
    }

    int waiting() {
        return jdbc.sql("select count(*) from conversation.outbox where state <> 'unknown'")
                .query(Integer.class)
                .single();
    }
}
