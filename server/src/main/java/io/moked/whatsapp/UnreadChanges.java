package io.moked.whatsapp;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;

import io.moked.database.WorkerDatabase;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.whatsapp.DeliveryStore.Delivery;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what nothing here reads, so that nothing is dropped, and tells how much that is. */
@Repository
public class UnreadChanges {

    private final JdbcClient jdbc;
    private final Ids ids;

    UnreadChanges(WorkerDatabase worker, Ids ids) {
        this.jdbc = worker.jdbc();
        this.ids = ids;
    }

    void keep(List<DeliveryReader.Told> changes, Delivery from) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into whatsapp.unread_change (id, field, received_at, body, app_id)
                        select id, field, :at, body, :app
                        from unnest(:ids::uuid[], :fields::text[], :bodies::bytea[]) as c (id, field, body)
                        """)
                .param("at", time(from.receivedAt()))
                .param("app", from.app())
                .param("ids", column(changes, change -> ids.next()))
                .param("fields", column(changes, DeliveryReader.Told::field))
                .param(
                        "bodies",
                        changes.stream().map(DeliveryReader.Told::body).toArray(byte[][]::new))
                .update();
    }

    /** What is kept of one field of the webhook. */
    public record KeptField(String field, int count, Instant newest) {}

    /** The field whose newest change came last first, so many of them. */
    public List<KeptField> byField() {
        return jdbc.sql(
                        """
                        select left(field, 100) as name, count(*) as count, max(received_at) as newest
                        from whatsapp.unread_change group by name order by newest desc, name limit :most
                        """)
                .param("most", Limit.PAGE_ROWS.value())
                .query((row, n) ->
                        new KeptField(
                                row.getString("name"), row.getInt("count"), instant(row, "newest")))
                .list();
    }
}
