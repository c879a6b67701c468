package io.moked.channel;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
                            uuidOrNull(row, "app_id"),
                            instantOrNull(row, "delivered_at"),
                            stop(row),
                            instantOrNull(row, "ended_at"));

    private static Channel.@Nullable Stop stop(ResultSet row) throws SQLException {
        var since = instantOrNull(row, "stopped_at");
        return since == null ? null : new Channel.Stop(row.getString("stopped_code"), since);
    }

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    ChannelStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    record Sealed(String externalId, byte[] token) {}

    /** The same number of the same tenant, disconnected before. */
    Optional<ChannelId> ended(String externalId) {
        return jdbc.sql(
                        """
                        select id from channel.channel
                        where external_id = :externalId and ended_at is not null
                        """)
                .param("externalId", externalId)
                .query((row, n) -> new ChannelId(uuid(row, "id")))
                .optional();
    }

    /** Whoever was disconnected goes on as who they were. */
    void put(TenantId tenant, Channel channel, byte[] sealedToken) {
        jdbc.sql(
                        """
                        insert into channel.channel (tenant_id, id, name, external_id, address, account_id, app_id, sealed_token)
                        values (:tenant, :id, :name, :externalId, :address, :account, :app, :token)
                        on conflict (tenant_id, id) do update
                        set name = excluded.name, address = excluded.address, account_id = excluded.account_id,
                            app_id = excluded.app_id,
                            sealed_token = excluded.sealed_token, ended_at = null, stopped_code = null,
                            stopped_at = null, delivered_at = null
                        """)
                .param("tenant", tenant.value())
                .param("id", channel.id().value())
                .param("name", channel.name())
                .param("externalId", channel.externalId())
                .param("address", channel.address())
                .param("account", channel.accountId())
                .param("app", channel.appId())
                .param("token", sealedToken)
                .update();
    }

    void rename(ChannelId id, String name) {
        jdbc.sql("update channel.channel set name = :name where id = :id")
                .param("name", name)
                .param("id", id.value())
                .update();
    }

    void reseal(ChannelId id, byte[] sealedToken) {
        jdbc.sql("update channel.channel set sealed_token = :token where id = :id")
                .param("token", sealedToken)
                .param("id", id.value())
                .update();
    }

    /** Nothing has come through the new one yet. */
    void move(ChannelId id, @Nullable UUID app, byte[] sealedToken, Instant now) {
        jdbc.sql(
                        """
                        update channel.channel
                        set app_id = :app, sealed_token = :token, delivered_at = null, former_app_id = app_id, moved_at = :now
                        where id = :id
                        """)
                .param("now", time(now))
                .param("app", app)
                .param("token", sealedToken)
                .param("id", id.value())
                .update();
    }

    /** False where it was so before. */
    boolean stop(ChannelId id, String code, Instant now) {
        return jdbc.sql(
                                """
                                update channel.channel
                                set stopped_code = :code, stopped_at = coalesce(stopped_at, :now)
                                where id = :id and stopped_code is distinct from :code and ended_at is null
                                """)
                        .param("code", code)
                        .param("now", time(now))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** False where it was so before. */
    boolean resume(ChannelId id) {
        return jdbc.sql(
                                """
                                update channel.channel set stopped_code = null, stopped_at = null
                                where id = :id and stopped_at is not null
                                """)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    /** Forgets the token, and keeps the rest for those who read what was said. */
    boolean end(ChannelId id, Instant now) {
        return jdbc.sql(
                                """
                                update channel.channel
                                set ended_at = :now, sealed_token = '', stopped_code = null, stopped_at = null
                                where id = :id and ended_at is null
                                """)
                        .param("now", time(now))
                        .param("id", id.value())
                        .update()
                > 0;
    }

    List<Channel> all() {
        return jdbc.sql("select * from channel.channel order by name, id").query(CHANNEL).list();
    }

    Map<String, Located> locate(Collection<String> externalIds) {
        return worker
                .sql(
                        """
                        select tenant_id, id, external_id, app_id, former_app_id, moved_at from channel.channel
                        where external_id = any(:externalIds::text[]) and ended_at is null and tenancy.is_served(tenant_id)
                        """)
                .param("externalIds", column(externalIds))
                .query((row, n) ->
                        Map.entry(
                                row.getString("external_id"),
                                new Located(
                                        new TenantId(uuid(row, "tenant_id")),
                                        new ChannelId(uuid(row, "id")),
                                        uuidOrNull(row, "app_id"),
                                        uuidOrNull(row, "former_app_id"),
                                        instantOrNull(row, "moved_at"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
        return jdbc.sql(
                        """
                        select external_id, sealed_token from channel.channel
                        where id = :id and ended_at is null
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Sealed(row.getString("external_id"), row.getBytes("sealed_token")))
                .optional();
    }
}
