package io.moked.channel;

import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is connected, seen over all tenants, as the network sees it. */
@Repository
public class Connections {

    private final JdbcClient worker;

    Connections(WorkerDatabase worker) {
        this.worker = worker.jdbc();
    }

    /** Who has connected a number of an account, and through which app. */
    public record Connected(TenantId tenant, @Nullable UUID appId) {}

    /** An account at the network, as one tenant has it. */
    public record Account(TenantId tenant, String id) {}

    /** A number, and whose it is. */
    public record Owned(TenantId tenant, ChannelId channel) {}

    /** What the network counts calls by. */
    public enum Pool {
        ACCOUNT,
        APP
    }

    /**
     * Who has connected numbers of an account, or had when this came through an app that they have
     * left since; several, where a partner looks after it.
     */
    public Set<Connected> connectedTo(String accountId, Instant receivedAt) {
        return Set.copyOf(
                worker.sql(
                                """
                                select distinct tenant_id, through.app_id
                                from channel.channel c cross join lateral (
                                    values (c.app_id, 'infinity'::timestamptz), (c.former_app_id, c.moved_at)
                                ) as through (app_id, until)
                                where account_id = :account and ended_at is null and tenancy.is_served(tenant_id)
                                    and until >= :received
                                """)
                        .param("account", accountId)
                        .param("received", time(receivedAt))
                        .query((row, n) ->
                                new Connected(
                                        new TenantId(uuid(row, "tenant_id")),
                                        uuidOrNull(row, "app_id")))
                        .list());
    }

    /** All accounts that tenants have connected numbers of. */
    public List<Account> accounts() {
        return worker.sql(
                        """
                        select distinct tenant_id, account_id from channel.channel
                        where account_id is not null and tenancy.is_served(tenant_id)
                        """)
                .query((row, n) ->
                        new Account(
                                new TenantId(uuid(row, "tenant_id")), row.getString("account_id")))
                .list();
    }

    /** All numbers of accounts that tenants have connected. */
    public List<Owned> numbers() {
        return worker.sql(
                        """
                        select tenant_id, id from channel.channel
                        where account_id is not null and ended_at is null and tenancy.is_served(tenant_id)
                        order by tenant_id, id
                        """)
                .query((row, n) ->
                        new Owned(
                                new TenantId(uuid(row, "tenant_id")),
                                new ChannelId(uuid(row, "id"))))
                .list();
    }

    /** A number of the tenant in scope, and all whose calls are counted together with its. */
    public List<Owned> sharing(ChannelId id, Pool pool) {
        return worker.sql(
                        """
                        select c.tenant_id, c.id from channel.channel one join channel.channel c
                            on c.id = one.id or case when :app then c.app_id is not distinct from one.app_id
                                else c.account_id = one.account_id end
                        where one.tenant_id = :tenant and one.id = :id and c.ended_at is null
                        """)
                .param("app", pool == Pool.APP)
                .param("tenant", TenantScope.current().value())
                .param("id", id.value())
                .query((row, n) ->
                        new Owned(
                                new TenantId(uuid(row, "tenant_id")),
                                new ChannelId(uuid(row, "id"))))
                .list();
    }
}
