package io.moked.sending;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.sending.OutboxClaims.Claimed;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as one tenant's transactions see it. */
@Repository
class OutboxStore {

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Parcel> parcels, Instant now) {
        jdbc.sql(
                        """
                        insert into sending.outbox
                            (tenant_id, message_id, channel_id, recipient_id, urgency, state, due_at)
                        select :tenant, message_id, channel_id, recipient_id, urgency, 'queued', :now
                        from unnest(:messages::uuid[], :channels::uuid[], :recipients::uuid[], :urgencies::int[])
                            with ordinality as p (message_id, channel_id, recipient_id, urgency, n)
                        order by n
                        """)
                .param("tenant", TenantScope.current().value())
                .param("now", time(now))
                .param("messages", column(parcels, Parcel::message))
                .param("channels", column(parcels, it -> it.channel().value()))
                .param("recipients", column(parcels, Parcel::recipient))
                .param("urgencies", column(parcels, it -> it.urgency().ordinal()))
                .update();
    }

    Set<UUID> holding(Collection<UUID> messages) {
        return Set.copyOf(
                jdbc.sql(
                                "select message_id from sending.outbox where message_id = any(:messages::uuid[])")
                        .param("messages", column(messages))
                        .query(UUID.class)
                        .list());
    }

    /** How many of a channel's messages that nobody waits for may be sent by then. */
    int bulk(ChannelId channel, Instant by) {
        return jdbc.sql(
                        """
                        select count(*)::int from sending.outbox
                        where channel_id = :channel and state = 'queued' and urgency = :bulk and due_at <= :by
                        """)
                .param("by", time(by))
                .param("channel", channel.value())
                .param("bulk", Parcel.Urgency.BULK.ordinal())
                .query(Integer.class)
                .single();
    }

    /** Takes out what is not on its way yet. */
    Set<UUID> takeBack(Collection<UUID> messages) {
        return Set.copyOf(
                jdbc.sql(
                                """
                                delete from sending.outbox
                                where message_id = any(:messages::uuid[]) and state = 'queued'
                                returning message_id
                                """)
                        .param("messages", column(messages))
                        .query(UUID.class)
                        .list());
    }

    Map<UUID, Underway> underway(Collection<UUID> messages) {
        var underway = new HashMap<UUID, Underway>();
        jdbc.sql(
                        """
                        select message_id, state = 'sending' as is_leaving, put_off, due_at from sending.outbox
                        where message_id = any(:messages::uuid[]) and (state = 'sending' or put_off is not null)
                        """)
                .param("messages", column(messages))
                .query(row -> {
                    underway.put(
                            uuid(row, "message_id"),
                            row.getBoolean("is_leaving")
                                    ? new Underway.Leaving()
                                    : new Underway.PutOff(
                                            row.getString("put_off"), instant(row, "due_at")));
                });
        return underway;
    }

    /**
     * Whether the claim still stands: nobody took its sender for dead meanwhile, nor had reason to,
     * and no receipt told that the message left before.
     */
    boolean isHeld(Claimed claim, Instant now) {
        return jdbc.sql(
                        """
                        select exists (select from sending.outbox
                            where message_id = :message and state = 'sending' and attempts = :attempts
                                and due_at > :now)
                        """)
                .param("now", time(now))
                .param("message", claim.message())
                .param("attempts", claim.attempts())
                .query(Boolean.class)
                .single();
    }

    void done(Claimed claim) {
        jdbc.sql(
                        """
                        delete from sending.outbox
                        where message_id = :message and attempts = :attempts
                        """)
                .param("message", claim.message())
                .param("attempts", claim.attempts())
                .update();
    }

    /** It certainly did not go out, so it goes again, unless a person decides about it by now. */
    void again(Claimed claim, String code, Instant due) {
        jdbc.sql(
                        """
                        update sending.outbox set state = 'queued', due_at = :due, put_off = :code
                        where message_id = :message and state = 'sending' and attempts = :attempts
                        """)
                .param("due", time(due))
                .param("code", code)
                .param("message", claim.message())
                .param("attempts", claim.attempts())
                .update();
    }

    /** Nobody knows whether it was sent: it holds back what follows until then, and is over. */
    boolean unknown(Claimed claim, Instant until) {
        return jdbc.sql(
                                """
                                update sending.outbox set state = 'unknown', due_at = :until
                                where message_id = :message and state = 'sending' and attempts = :attempts
                                """)
                        .param("until", time(until))
                        .param("message", claim.message())
                        .param("attempts", claim.attempts())
                        .update()
                > 0;
    }

    /**
     * A receipt told of these, so they have left, whatever the network answered: nothing waits for
     * them, and none goes once more.
     */
    void confirmed(List<UUID> messages) {
        if (!messages.isEmpty()) {
            jdbc.sql(
                            """
                            delete from sending.outbox
                            where message_id = any(:messages::uuid[]) and attempts > 0
                            """)
                    .param("messages", column(messages))
                    .update();
        }
    }
}
