package io.moked.sending;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.database.WorkerDatabase;
import io.moked.sending.Parcel.Urgency;
import io.moked.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes messages out of the outbox for sending, over all tenants. The rate of a pair, a number and
 * a person, is kept by the moment at which the next message may go (GCRA), in rows that all servers
 * share.
 */
@Repository
class OutboxClaims {

    /** Past it, the sender is taken for dead; one that lives has renewed it long before. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Meta's pair rate: one message in 6 seconds, of which 45 may be borrowed. */
    private static final Duration PAIR_INTERVAL = Duration.ofSeconds(6);

    private static final Duration PAIR_BURST = PAIR_INTERVAL.multipliedBy(44);

    /** Nothing is put off for longer at once. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** What lies further ahead was written by a clock that has been set back since, and is due. */
    static final Duration LONGEST_AHEAD = LONGEST_PAUSE.plusMinutes(1);

    private static final RowMapper<Claimed> CLAIMED =
            (row, n) ->
                    new Claimed(
                            new TenantId(uuid(row, "tenant_id")),
                            uuid(row, "message_id"),
                            new ChannelId(uuid(row, "channel_id")),
                            row.getInt("attempts"),
                            Urgency.values()[row.getInt("urgency")],
                            row.getString("put_off"));

    /**
     * Claims the first unsent message of each person, and paces the pair. What somebody waits for
     * waits for nothing that is one of many.
     */
    private static final String CLAIM =
            """
            with due as (
                select o.tenant_id, o.message_id, o.channel_id, o.recipient_id
                from sending.outbox o
                    left join sending.pair_pace p
                        on p.tenant_id = o.tenant_id and p.channel_id = o.channel_id and p.recipient_id = o.recipient_id
                where o.tenant_id = :tenant and o.channel_id = :channel and o.state = 'queued'
                    and (o.due_at <= :now or o.due_at > :ahead)
                    and (coalesce(p.free_at, '-infinity') <= :now + :pairBurst::interval or p.free_at > :ahead)
                    and not exists (select from sending.outbox earlier
                        where earlier.tenant_id = o.tenant_id and earlier.channel_id = o.channel_id
                            and earlier.recipient_id = o.recipient_id and earlier.seq < o.seq
                            and earlier.urgency <= o.urgency)
                order by o.urgency, o.due_at limit :room for update of o skip locked
            ), paced as (
                insert into sending.pair_pace as p (tenant_id, channel_id, recipient_id, free_at)
                select tenant_id, channel_id, recipient_id, :now + :pairInterval::interval from due
                on conflict (tenant_id, channel_id, recipient_id) do update
                set free_at = case when p.free_at between :now and :ahead then p.free_at else :now end
                    + :pairInterval::interval
            )
            update sending.outbox o
            set state = 'sending', attempts = o.attempts + 1, due_at = :now + :lease::interval
            from due where o.tenant_id = due.tenant_id and o.message_id = due.message_id
            returning o.tenant_id, o.message_id, o.channel_id, o.attempts, o.urgency, o.put_off
            """;

    private final WorkerDatabase worker;
    private final JdbcClient jdbc;
    private final NumberPace pace;

    OutboxClaims(WorkerDatabase worker, NumberPace pace) {
        this.worker = worker;
        this.jdbc = worker.jdbc();
        this.pace = pace;
    }

    /**
     * A message that this server and no other now sends.
     *
     * @param putOff what the network said when it did not take it before
     */
    record Claimed(
            TenantId tenant,
            UUID message,
            ChannelId channel,
            int attempts,
            Urgency urgency,
            @Nullable String putOff) {}

    /** A number that has something to send. */
    record Number(UUID tenant, UUID channel) {}

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
                        select distinct tenant_id, channel_id from sending.outbox
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
                            int room = Math.min(most, pace.room(number, now));
                            return room == 0 ? List.<Claimed>of() : take(number, room, now);
                        }));
    }

    /** The first unsent message of each person, as long as the pair may send. */
    private List<Claimed> take(Number number, int room, Instant now) {
        var claimed =
                jdbc.sql(CLAIM)
                        .param("tenant", number.tenant())
                        .param("channel", number.channel())
                        .param("now", time(now))
                        .param("ahead", time(now.plus(LONGEST_AHEAD)))
                        .param("room", room)
                        .param("pairBurst", PAIR_BURST.toString())
                        .param("pairInterval", PAIR_INTERVAL.toString())
                        .param("lease", LEASE.toString())
                        .query(CLAIMED)
                        .list();
        pace.taken(number, claimed.size(), now);
        return claimed;
    }

    /**
     * Says that these are still being sent here. What was silent for too long is not ours any more,
     * though nobody may have noticed: it is asked about anew before it leaves.
     */
    void renew(Collection<Claimed> held, Instant now) {
        jdbc.sql(
                        """
                        update sending.outbox o set due_at = :now + :lease::interval
                        from unnest(:tenants::uuid[], :messages::uuid[], :attempts::int[])
                            as h (tenant_id, message_id, attempts)
                        where o.tenant_id = h.tenant_id and o.message_id = h.message_id
                            and o.attempts = h.attempts and o.state = 'sending' and o.due_at > :now
                        """)
                .param("now", time(now))
                .param("lease", LEASE.toString())
                .param("tenants", column(held, it -> it.tenant().value()))
                .param("messages", column(held, Claimed::message))
                .param("attempts", column(held, Claimed::attempts))
                .update();
    }

    /** Sends whose server died in the middle: whether they reached the network is unknown. */
    List<Claimed> abandoned(Instant now) {
        return jdbc.sql(
                        """
                        select tenant_id, message_id, channel_id, attempts, urgency, put_off from sending.outbox
                        where state = 'sending' and (due_at < :now or due_at > :ahead) limit 100
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .query(CLAIMED)
                .list();
    }

    /** A claim that nothing was done with: the message waits, until then at least. */
    void giveBack(Claimed claimed, Instant due) {
        jdbc.sql(
                        """
                        update sending.outbox
                        set state = 'queued', attempts = attempts - 1, due_at = :due
                        where tenant_id = :tenant and message_id = :message
                            and state = 'sending' and attempts = :attempts
                        """)
                .param("due", time(due))
                .param("tenant", claimed.tenant().value())
                .param("message", claimed.message())
                .param("attempts", claimed.attempts())
                .update();
    }

    /** Lets go on what a send of unknown outcome has held back long enough. */
    void releaseHeld(Instant now) {
        jdbc.sql(
                        """
                        delete from sending.outbox
                        where state = 'unknown' and (due_at < :now or due_at > :ahead)
                        """)
                .param("now", time(now))
                .param("ahead", time(now.plus(LONGEST_AHEAD)))
                .update();
    }

    int waiting() {
        return jdbc.sql("select count(*) from sending.outbox where state <> 'unknown'")
                .query(Integer.class)
                .single();
    }
}
