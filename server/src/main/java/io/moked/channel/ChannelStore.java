package io.moked.channel;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChannelStore {

    private static final RowMapper<Channel> CHANNEL =
            (row, n) ->
                    new Channel(
                            new ChannelId(uuid(row, "id")),
                            row.getString("name"),
                            row.getString("external_id"),
                            row.getString("address"),
                            row.getString("account_id"),
                            instantOrNull(row, "delivered_at"));

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    ChannelStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    record Sealed(String externalId, byte[] token) {}

    void add(TenantId tenant, Channel channel, byte[] sealedToken) {
        jdbc.sql(
                        """
                        insert into channel.channel (tenant_id, id, name, external_id, address, account_id, sealed_token)
                        values (:tenant, :id, :name, :externalId, :address, :account, :token)
                        """)
                .param("tenant", tenant.value())
                .param("id", channel.id().value())
                .param("name", channel.name())
                .param("externalId", channel.externalId())
                .param("address", channel.address())
                .param("account", channel.accountId())
                .param("token", sealedToken)
                .update();
    }

    List<Channel> all() {
        return jdbc.sql("select * from channel.channel order by name, id").query(CHANNEL).list();
    }

    Map<String, Channels.Located> locate(Collection<String> externalIds) {
        return worker
                .sql(
                        """
                        select tenant_id, id, external_id from channel.channel
                        where external_id = any(:externalIds::text[]) and tenancy.is_served(tenant_id)
                        """)
                .param("externalIds", column(externalIds))
                .query((row, n) ->
                        Map.entry(
                                row.getString("external_id"),
                                new Channels.Located(
                                        new TenantId(uuid(row, "tenant_id")),
                                        new ChannelId(uuid(row, "id")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Set<TenantId> tenantsOf(String accountId) {
        return Set.copyOf(
                worker.sql(
                                """
                                select distinct tenant_id from channel.channel
                                where account_id = :account and tenancy.is_served(tenant_id)
                                """)
                        .param("account", accountId)
                        .query((row, n) -> new TenantId(uuid(row, "tenant_id")))
                        .list());
    }

    List<Channels.Account> accounts() {
        return worker.sql(
                        """
                        select distinct tenant_id, account_id from channel.channel
                        where account_id is not null and tenancy.is_served(tenant_id)
                        """)
                .query((row, n) ->
                        new Channels.Account(
                                new TenantId(uuid(row, "tenant_id")), row.getString("account_id")))
                .list();
    }

    Optional<Channel> find(ChannelId id) {
        return jdbc.sql("select * from channel.channel where id = :id")
                .param("id", id.value())
                .query(CHANNEL)
                .optional();
    }

    /** About when it was; a minute more or less matters to nobody. */
    void delivered(Collection<ChannelId> ids, Instant now) {
        jdbc.sql("update channel.channel set delivered_at = :now where id = any(:ids::uuid[])")
                .param("now", time(now))
                .param("ids", column(ids, ChannelId::value))
                .update();
    }

    Optional<Sealed> sealed(ChannelId id) {
        return jdbc.sql("select external_id, sealed_token from channel.channel where id = :id")
                .param("id", id.value())
                .query((row, n) ->
                        new Sealed(row.getString("external_id"), row.getBytes("sealed_token")))
                .optional();
    }
}
