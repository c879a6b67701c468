package io.moked.factor;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.database.WorkerDatabase;
import io.moked.factor.RelyingParty.Credential;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasskeyStore {

    private static final RowMapper<Credential> CREDENTIAL =
            (row, n) ->
                    new Credential(
                            row.getBytes("credential_id"),
                            row.getBytes("credential"),
                            row.getLong("uses"),
                            row.getBoolean("backup_eligible"),
                            row.getBoolean("backed_up"),
                            words(row.getString("transports")));

    private static final RowMapper<Kept> KEPT =
            (row, n) ->
                    new Kept(
                            new TenantId(uuid(row, "tenant_id")),
                            uuid(row, "id"),
                            CREDENTIAL.mapRow(row, n));

    private static final RowMapper<Passkey> PASSKEY =
            (row, n) ->
                    new Passkey(
                            uuid(row, "id"),
                            row.getString("label"),
                            row.getBoolean("backed_up"),
                            instant(row, "created_at"),
                            instantOrNull(row, "last_used_at"));

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    PasskeyStore(JdbcClient jdbc, WorkerDatabase worker) {
        this.jdbc = jdbc;
        this.worker = worker.jdbc();
    }

    /** A passkey found before anyone knows the tenant. */
    record Kept(TenantId tenant, UUID id, Credential credential) {}

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    void add(UUID user, Passkey passkey, Credential credential) {
        jdbc.sql(
                        """
                        insert into factor.passkey (tenant_id, id, user_id, credential_id, credential, uses,
                            backup_eligible, backed_up, transports, label, created_at)
                        values (:tenant, :id, :user, :credentialId, :credential, :uses,
                            :eligible, :backedUp, :transports, :label, :now)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", passkey.id())
                .param("user", user)
                .param("credentialId", credential.id())
                .param("credential", credential.data())
                .param("uses", credential.uses())
                .param("eligible", credential.backupEligible())
                .param("backedUp", credential.backedUp())
                .param("transports", String.join(" ", credential.transports()))
                .param("label", passkey.label())
                .param("now", time(passkey.createdAt()))
                .update();
    }

    /** By what it calls itself and whom it says it is of; looks across all tenants. */
    Optional<Kept> find(UUID user, byte[] credentialId) {
        return worker.sql(
                        """
                        select tenant_id, id, credential_id, credential, uses, backup_eligible, backed_up,
                            transports
                        from factor.passkey where credential_id = :credential and user_id = :user
                        """)
                .param("credential", credentialId)
                .param("user", user)
                .query(KEPT)
                .optional();
    }

    /**
     * Keeps how often it was used; false for a copy that was used less often than the one we know.
     */
    boolean used(Kept kept, Credential now, Instant at) {
        return worker.sql(
                                """
                                update factor.passkey
                                set uses = :uses, backed_up = :backedUp, last_used_at = :now
                                where tenant_id = :tenant and id = :id and (uses < :uses or uses = 0)
                                """)
                        .param("tenant", kept.tenant().value())
                        .param("id", kept.id())
                        .param("uses", now.uses())
                        .param("backedUp", now.backedUp())
                        .param("now", time(at))
                        .update()
                == 1;
    }

    List<Credential> credentials(UUID user) {
        return jdbc.sql(
                        """
                        select credential_id, credential, uses, backup_eligible, backed_up, transports
                        from factor.passkey where user_id = :user order by id
                        """)
                .param("user", user)
                .query(CREDENTIAL)
                .list();
    }

    List<Passkey> of(UUID user) {
        return jdbc.sql(
                        """
                        select id, label, backed_up, created_at, last_used_at
                        from factor.passkey where user_id = :user order by id
                        """)
                .param("user", user)
                .query(PASSKEY)
                .list();
    }

    boolean rename(UUID user, UUID id, String label) {
        return jdbc.sql(
                                """
                                update factor.passkey set label = :label where user_id = :user and id = :id
                                """)
                        .param("user", user)
                        .param("id", id)
                        .param("label", label)
                        .update()
                == 1;
    }

    boolean remove(UUID user, UUID id) {
        return jdbc.sql("delete from factor.passkey where user_id = :user and id = :id")
                        .param("user", user)
                        .param("id", id)
                        .update()
                == 1;
    }

    void removeAll(UUID user) {
        jdbc.sql("delete from factor.passkey where user_id = :user").param("user", user).update();
    }
}
