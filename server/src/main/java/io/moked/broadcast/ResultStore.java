package io.moked.broadcast;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.kernel.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Results, which the database adds up while recipients move. */
@Repository
class ResultStore {

    private static final String NO_REASON = "unknown";

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Share(
            UUID broadcast, String state, @Nullable String reason, int recipients, int replied) {}

    /** Of several broadcasts at once; one without recipients is missing. */
    Map<UUID, Results> of(Collection<UUID> broadcasts) {
        var shares = new HashMap<UUID, List<Share>>();
        jdbc.sql(
                        """
                        select broadcast_id, state::text as state, reason, sum(recipients)::int as recipients,
                            sum(replied)::int as replied
                        from broadcast.tally where broadcast_id = any(:broadcasts::uuid[])
                        group by broadcast_id, state, reason having sum(recipients) <> 0
                        """)
                .param("broadcasts", column(broadcasts))
                .query(row -> {
                    var share =
                            new Share(
                                    uuid(row, "broadcast_id"),
                                    row.getString("state"),
                                    row.getString("reason"),
                                    row.getInt("recipients"),
                                    row.getInt("replied"));
                    shares.computeIfAbsent(share.broadcast(), it -> new ArrayList<>()).add(share);
                });
        var results = new HashMap<UUID, Results>();
        shares.forEach((broadcast, of) -> results.put(broadcast, results(of)));
        return results;
    }

    /** When the next of each may be written to; one of which nobody waits is missing. */
    Map<UUID, Instant> next(Collection<UUID> broadcasts) {
        var next = new HashMap<UUID, Instant>();
        jdbc.sql(
                        """
                        select b.id, first.due_at from unnest(:broadcasts::uuid[]) as b (id),
                            lateral (select r.due_at from broadcast.recipient r
                                where r.broadcast_id = b.id and r.state = 'waiting'
                                order by r.due_at, r.contact_id limit 1) first
                        """)
                .param("broadcasts", column(broadcasts))
                .query(row -> {
                    next.put(uuid(row, "id"), instant(row, "due_at"));
                });
        return next;
    }

    /** Few rows for each broadcast stay, however often its recipients have moved. */
    void sumUp(BroadcastId broadcast) {
        jdbc.sql(
                        """
                        with parts as (
                            delete from broadcast.tally where broadcast_id = :broadcast
                            returning tenant_id, broadcast_id, state, reason, recipients, replied
                        )
                        insert into broadcast.tally (tenant_id, broadcast_id, state, reason, recipients, replied)
                        select tenant_id, broadcast_id, state, reason, sum(recipients), sum(replied)
                        from parts group by tenant_id, broadcast_id, state, reason
                        having sum(recipients) <> 0 or sum(replied) <> 0
                        """)
                .param("broadcast", broadcast.value())
                .update();
    }

    private static Results results(List<Share> shares) {
        return new Results(
                shares.stream().mapToInt(Share::recipients).sum(),
                in("waiting", shares),
                in("queued", shares),
                in("unconfirmed", shares),
                in("sent", shares),
                in("delivered", shares),
                in("read", shares),
                in("failed", shares),
                in("skipped", shares),
                shares.stream().mapToInt(Share::replied).sum(),
                why("skipped", shares),
                why("failed", shares));
    }

    private static int in(String state, List<Share> shares) {
        return shares.stream()
                .filter(it -> it.state().equals(state))
                .mapToInt(Share::recipients)
                .sum();
    }

    private static Map<String, Integer> why(String state, List<Share> shares) {
        var why = new TreeMap<String, Integer>();
        shares.stream()
                .filter(it -> it.state().equals(state))
                .forEach(it -> {
                    var reason = it.reason() == null ? NO_REASON : it.reason();
                    why.merge(reason, it.recipients(), Integer::sum);
                });
        return why;
    }

    /** By the ids of contacts, those who came to us last first. */
    List<Recipient> list(
            BroadcastId broadcast, @Nullable String state, boolean replied, Page page) {
        return jdbc.sql(
                        """
                        select * from broadcast.recipient
                        where broadcast_id = :broadcast and contact_id < :after
                            and (:state::text is null or state = :state::broadcast.recipient_state)
                            and (not :replied or replied_at is not null)
                        order by contact_id desc limit :limit
                        """)
                .param("broadcast", broadcast.value())
                .param("after", page.after().id())
                .param("state", state)
                .param("replied", replied)
                .param("limit", page.rowsToRead())
                .query((row, n) ->
                        new Recipient(
                                uuid(row, "contact_id"),
                                row.getString("state"),
                                row.getString("reason"),
                                uuidOrNull(row, "conversation_id"),
                                instantOrNull(row, "queued_at"),
                                instantOrNull(row, "replied_at")))
                .list();
    }
}
