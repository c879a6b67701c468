package io.moked.rule;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;

import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the calls of a business are signed with: made when it is first needed, shown when renewed.
 */
@Component
public class WebhookSecrets {

    private static final int BYTES = 32;
    private static final String PLACE = "rule/secret";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(JdbcClient jdbc, Vault vault, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    /** Since when it is the one that is there; empty where none was needed yet. */
    @Transactional(readOnly = true)
    public Optional<Instant> renewedAt() {
        return jdbc.sql("select renewed_at from rule.secret")
                .query((row, n) -> instant(row, "renewed_at"))
                .optional();
    }

    /** Another from now on, which is told this once. */
    @Transactional
    public String renew(UserId by) {
        var secret = fresh();
        jdbc.sql(
                        """
                        insert into rule.secret (tenant_id, sealed, renewed_at) values (:tenant, :sealed, :now)
                        on conflict (tenant_id) do update set sealed = excluded.sealed, renewed_at = excluded.renewed_at
                        """)
                .param("tenant", TenantScope.current().value())
                .param("sealed", vault.seal(secret, PLACE))
                .param("now", time(clock.instant()))
                .update();
        journal.append(
                Fact.of("rule.secret-renewed", TenantScope.current().value()).by(by.value()));
        return secret;
    }

    @Transactional
    String ours() {
        var sealed = sealed().orElseGet(this::made);
        return vault.unseal(sealed, PLACE);
    }

    private Optional<byte[]> sealed() {
        return jdbc.sql("select sealed from rule.secret").query(byte[].class).optional();
    }

    /** Or what another server has made meanwhile. */
    private byte[] made() {
        jdbc.sql(
                        """
                        insert into rule.secret (tenant_id, sealed, renewed_at) values (:tenant, :sealed, :now)
                        on conflict (tenant_id) do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("sealed", vault.seal(fresh(), PLACE))
                .param("now", time(clock.instant()))
                .update();
        return sealed().orElseThrow();
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return WebhookSignature.secret(bytes);
    }
}
