package io.moked.metaapp;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MetaAppStore {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    MetaAppStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    /** An app with its secrets as they are kept. */
    record Sealed(
            TenantId tenant,
            UUID id,
            String name,
            String externalId,
            String key,
            List<byte[]> secrets,
            byte[] token,
            Instant createdAt,
            @Nullable Instant deliveredAt) {}

    void add(Sealed app) {
        jdbc.sql(
                        """
                        insert into metaapp.app (tenant_id, id, name, external_id, key, sealed_secrets, sealed_token, created_at)
                        values (:tenant, :id, :name, :externalId, :key, array[:secret::bytea], :token, :at)
                        """)
                .param("tenant", app.tenant().value())
                .param("id", app.id())
                .param("name", app.name())
                .param("externalId", app.externalId())
                .param("key", app.key())
                .param("secret", app.secrets().getFirst())
                .param("token", app.token())
                .param("at", time(app.createdAt()))
                .update();
    }

    List<Sealed> all() {
        return jdbc.sql("select * from metaapp.app order by name, id")
                .query(MetaAppStore::sealed)
                .list();
    }

    /** Whoever else would change it waits for the end of the transaction. */
    Optional<Sealed> lock(UUID id) {
        return jdbc.sql("select * from metaapp.app where id = :id for update")
                .param("id", id)
                .query(MetaAppStore::sealed)
                .optional();
    }

    /** Whose key this is, across all tenants that are served. */
    Optional<Sealed> byKey(String key) {
        return worker.sql(
                        "select * from metaapp.app where key = :key and tenancy.is_served(tenant_id)")
                .param("key", key)
                .query(MetaAppStore::sealed)
                .optional();
    }

    void addSecret(UUID id, byte[] secret) {
        jdbc.sql(
                        """
                        update metaapp.app set sealed_secrets = array_append(sealed_secrets, :secret::bytea)
                        where id = :id
                        """)
                .param("secret", secret)
                .param("id", id)
                .update();
    }

    /** Keeps only the one that stands at this place; the first is 1. */
    void keepSecret(UUID id, int place) {
        jdbc.sql(
                        """
                        update metaapp.app set sealed_secrets = array[sealed_secrets[:place]] where id = :id
                        """)
                .param("place", place)
                .param("id", id)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from metaapp.app where id = :id and tenant_id = :tenant")
                .param("id", id)
                .param("tenant", TenantScope.current().value())
                .update();
    }

    /** About when it was; a minute more or less matters to nobody. */
    void delivered(Collection<UUID> apps, Instant now) {
        worker.sql("update metaapp.app set delivered_at = :now where id = any(:ids::uuid[])")
                .param("now", time(now))
                .param("ids", column(apps))
                .update();
    }

    private static Sealed sealed(ResultSet row, int n) throws SQLException {
        return new Sealed(
                new TenantId(uuid(row, "tenant_id")),
                uuid(row, "id"),
                row.getString("name"),
                row.getString("external_id"),
                row.getString("key"),
                List.of((byte[][]) row.getArray("sealed_secrets").getArray()),
                row.getBytes("sealed_token"),
                instant(row, "created_at"),
                instantOrNull(row, "delivered_at"));
    }
}
