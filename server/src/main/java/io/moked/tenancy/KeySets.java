package io.moked.tenancy;

import io.moked.database.WorkerDatabase;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeySets {

    private final JdbcClient jdbc;

    KeySets(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    Optional<byte[]> find(TenantId tenant, String purpose) {
        return jdbc.sql(
                        """
                        select wrapped from tenancy.key_set
                        where tenant_id = :tenant and purpose = :purpose
                        """)
                .param("tenant", tenant.value())
                .param("purpose", purpose)
                .query(byte[].class)
                .optional();
    }

    /** Keeps the key set unless another server was first; gives the one that stands. */
    Optional<byte[]> keep(TenantId tenant, String purpose, byte[] wrapped) {
        jdbc.sql(
                        """
                        insert into tenancy.key_set (tenant_id, purpose, wrapped)
                        values (:tenant, :purpose, :wrapped) on conflict do nothing
                        """)
                .param("tenant", tenant.value())
                .param("purpose", purpose)
                .param("wrapped", wrapped)
                .update();
        return find(tenant, purpose);
    }
}
