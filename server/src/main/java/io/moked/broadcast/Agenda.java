package io.moked.broadcast;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which broadcasts of all tenants there is something to do for. */
@Repository
class Agenda {

    private final JdbcClient jdbc;

    Agenda(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    /** A broadcast, whose it is, and which number sends it. */
    record Item(TenantId tenant, BroadcastId broadcast, ChannelId channel, boolean isRunning) {}

    /**
     * Of tenants that are active: those to be begun, those that go on now, those paused with
     * messages still in the outbox, and those with news.
     */
    List<Item> due(Instant now) {
        return jdbc.sql(
                        """
                        select b.tenant_id, b.id, b.channel_id, b.state = 'running' as is_running from broadcast.broadcast b
                        where tenancy.is_active(b.tenant_id) and (b.state = 'planned' and b.starts_at <= :now or b.has_news
                            or b.state = 'running' and (not b.is_gathered
                                or exists (select from broadcast.recipient r where r.tenant_id = b.tenant_id
                                    and r.broadcast_id = b.id and r.state = 'waiting' and r.due_at <= :now)
                                or not exists (select from broadcast.recipient r where r.tenant_id = b.tenant_id
                                    and r.broadcast_id = b.id and r.state = 'waiting'))
                            or b.state = 'paused' and exists (select from broadcast.recipient r
                                where r.tenant_id = b.tenant_id and r.broadcast_id = b.id and r.state = 'queued'))
                        order by b.starts_at
                        """)
                .param("now", time(now))
                .query((row, n) ->
                        new Item(
                                new TenantId(uuid(row, "tenant_id")),
                                new BroadcastId(uuid(row, "id")),
                                new ChannelId(uuid(row, "channel_id")),
                                row.getBoolean("is_running")))
                .list();
    }
}
